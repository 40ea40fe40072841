import { useState } from 'react';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { TextLink } from '@/components/ui/text-link';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import { HeadCell } from './head-cell';
import type { LedgerWords } from './ledger-words';

const VIEWS = [
  { value: 'products', label: 'Products' },
  { value: 'alignments', label: 'Roles' },
  { value: 'domains', label: 'Domains' },
] as const;
const SHOWN_FIRST = 20;
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
export function GroupsPanel({ ledger, words }: { ledger: Ledger; words: LedgerWords }) {
  const format = useFormat();
  const [view, setView] = useState<View>('products');
  const lines = linesOf(ledger, words, view);
  const { shown, rest, showMore } = useFirstRows(lines, SHOWN_FIRST);
  const total = lines.reduce((sum, line) => sum + line.stored.needed, 0);
  return (
    <Panel
      title="On the way"
      note={format.number(lines.length)}
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
            {shown.map(({ key, name, href, aside, bytes, stored }) => (
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
      <MoreRows rest={rest} onMore={showMore} className="-mx-4" />
    </Panel>
  );
}

function linesOf(ledger: Ledger, words: LedgerWords, view: View): Line[] {
  if (view === 'products')
    return [...ledger.products]
      .sort((a, b) => b.bytes.needed - a.bytes.needed)
      .map(({ key, name, attributes, bytes, storedBytes, consumers }) => ({
        key,
        name,
        href: key,
        aside: consumers.length === 0 ? 'nothing' : `${attributes.needed} of ${attributes.of} ${words.attribute}s`,
        bytes,
        stored: storedBytes,
      }));
  return ledger[view].map(({ key, products, neededProducts, bytes, storedBytes }) => ({
    key: key ?? '',
    name: view === 'domains' ? words.domain(key) : (ROLES[key ?? ''] ?? ''),
    href: null,
    aside: `${neededProducts} of ${products} products`,
    bytes,
    stored: storedBytes,
  }));
}
