import { useState } from 'react';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import type { LedgerPage, LedgerProductRow } from '@/lib/api/ledger';
import { HeadCell } from './head-cell';
import type { LedgerWords } from './ledger-words';
import { useLedgerRows } from './use-ledger-rows';

const VIEWS = [
  { value: 'products', label: 'Products' },
  { value: 'alignments', label: 'Roles' },
  { value: 'domains', label: 'Domains' },
] as const;
type View = (typeof VIEWS)[number]['value'];
const ROLES: Record<string, string> = { source: 'Source products', aggregate: 'Aggregates', consumer: 'Use cases' };

type Line = {
  key: string;
  name: string;
  href: string | null;
  aside: string;
  bytes: { needed: number; of: number };
  stored: { needed: number; of: number };
};

/** What products carry and store for somebody, one by one or added up. */
export function GroupsPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const [view, setView] = useState<View>('products');
  const products = useLedgerRows(page, 'products', (lists) => lists.products);
  const isByProduct = view === 'products';
  const lines = isByProduct ? products.rows.map((row) => productLine(row, products.words)) : groupLines(page, view);
  const total = page.alignments.reduce((sum, { storedBytes }) => sum + storedBytes.needed, 0);
  return (
    <Panel
      title="On the way"
      note={format.number(isByProduct ? products.count : lines.length)}
      actions={<Segmented label="Added up by" value={view} onChange={setView} options={VIEWS} />}
    >
      <div className="overflow-x-auto">
        <table aria-label="On the way" className="w-full text-sm">
          <thead>
            <tr>
              <HeadCell isFirst>{VIEWS.find(({ value }) => value === view)?.label}</HeadCell>
              <HeadCell>Needed</HeadCell>
              <HeadCell isNumber>Carries</HeadCell>
              <HeadCell isNumber>Of what it models</HeadCell>
              <HeadCell isNumber className="pr-0">
                Stores
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, href, aside, bytes, stored }) => (
              <tr key={key} className="border-t tabular-nums">
                <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                  {href === null ? name : <TextLink href={`/catalog/${href}`}>{name}</TextLink>}
                </th>
                <td className="px-3 py-1.5 text-fg-2">{aside}</td>
                <td className="whitespace-nowrap px-3 py-1.5 text-right">{format.bytes(bytes.needed)}</td>
                <td className="whitespace-nowrap px-3 py-1.5 text-right text-fg-2">{format.bytes(bytes.of)}</td>
                <td className="whitespace-nowrap py-1.5 pl-3 text-right">{format.bytes(stored.needed)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t text-fg-2">
              <th scope="row" colSpan={4} className="py-1.5 text-left font-normal">
                Stored on the way, together
              </th>
              <td className="py-1.5 pl-3 whitespace-nowrap text-right tabular-nums">{format.bytes(total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      {isByProduct && <MoreRows {...products.more} className="-mx-4" />}
    </Panel>
  );
}

function productLine(row: LedgerProductRow, words: LedgerWords): Line {
  const { key, name, attributes, bytes, storedBytes, consumers } = row;
  const aside = consumers.count === 0 ? 'nothing' : `${attributes.needed} of ${attributes.of} ${words.attribute}s`;
  return { key, name, href: key, aside, bytes, stored: storedBytes };
}

function groupLines({ alignments, domains }: LedgerPage, view: 'alignments' | 'domains'): Line[] {
  const groups =
    view === 'alignments'
      ? alignments.map((group) => ({ ...group, name: ROLES[group.key ?? ''] ?? '' }))
      : domains.map((group) => ({ ...group, name: group.name ?? 'No domain' }));
  return groups.map(({ key, name, products, neededProducts, bytes, storedBytes }) => ({
    key: key ?? '',
    name,
    href: null,
    aside: `${neededProducts} of ${products} products`,
    bytes,
    stored: storedBytes,
  }));
}
