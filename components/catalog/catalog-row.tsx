import Link from 'next/link';
import { useFormat } from '@/components/shell/use-format';
import { Chip } from '@/components/ui/chip';
import { IconTile } from '@/components/ui/icon-tile';
import { Mono } from '@/components/ui/mono';
import type { ProductSummary } from '@/lib/api/products';
import { countOf } from '@/lib/base/count-of';
import { alignmentIcons } from './alignment-icon';
import { alignmentWords } from './alignment-words';
import { HealthChip } from './health-chip';
import { OwnerName } from './owner-name';
import { promiseFacts } from './promise-facts';
import { StatusBadge } from './status-badge';

const PROMISES_MAX = 2;
const cell = 'h-12 border-b px-3 align-middle';

/** The whole row leads to the product; its name is the link a keyboard and a screen reader meet. */
export function CatalogRow({ product }: { product: ProductSummary }) {
  const format = useFormat();
  const promises = promiseFacts(product.promises).map((fact) => ({ ...fact, value: format.words(fact.value) }));
  const more = promises.length - PROMISES_MAX;
  const open = product.asks.open;
  const isConsumer = product.alignment === 'consumer';
  return (
    <tr className="relative transition-colors duration-120 focus-within:bg-hover hover:bg-hover">
      <td className={`${cell} w-[36%] max-w-0 pl-4`}>
        <span className="flex items-center gap-3">
          <IconTile icon={alignmentIcons[product.alignment]} color={`var(--${product.alignment})`} />
          <span className="min-w-0">
            <span className="flex items-center gap-2">
              <Link
                href={`/catalog/${product.key}`}
                data-row
                className="truncate font-medium text-base outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
              >
                {product.name}
              </Link>
              <StatusBadge status={product.status} />
            </span>
            <span className="block truncate text-fg-2 text-xs">
              {alignmentWords[product.alignment]}
              {product.description && ` · ${product.description}`}
            </span>
          </span>
        </span>
      </td>
      <td className={`${cell} max-w-40 truncate text-fg-2 max-xl:hidden`}>{product.domain?.name ?? '–'}</td>
      <td className={`${cell} max-w-48 truncate text-fg-2`}>
        <OwnerName owner={product.owner} />
      </td>
      <td className={`${cell} max-[900px]:hidden`}>
        <span className="flex gap-1">
          {promises.slice(0, PROMISES_MAX).map((fact) => (
            <Chip key={fact.key} tone="neutral" label={fact.short} value={fact.value} state="promised" />
          ))}
          {more > 0 && (
            <span
              className="self-center text-fg-2 text-xs"
              title={promises.map((fact) => `${fact.label} ${fact.value}`).join(', ')}
            >
              +{more}
            </span>
          )}
          {promises.length === 0 && <span className="text-fg-3 text-xs">{isConsumer ? '–' : 'nothing promised'}</span>}
        </span>
      </td>
      <td className={`${cell} text-right tabular-nums`}>
        {product.reliedOnBy > 0 ? product.reliedOnBy : <span className="text-fg-3">{isConsumer ? '–' : 'nobody'}</span>}
      </td>
      <td className={cell}>
        {open > 0 ? (
          <Chip tone="warn" label={countOf(open, 'open ask')} state="open" isStateSaid={false} />
        ) : (
          <HealthChip product={product} />
        )}
      </td>
      <td className={`${cell} pr-4 text-right max-[900px]:hidden`}>
        <Mono className="text-xs">{product.version === null ? '–' : `v${product.version}`}</Mono>
      </td>
    </tr>
  );
}
