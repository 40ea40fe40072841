'use client';

import { Download, Search } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '@/components/canvas/save-file';
import { alignmentIcons } from '@/components/catalog/alignment-icon';
import { alignmentWords } from '@/components/catalog/alignment-words';
import { describeSlack } from '@/components/catalog/describe-value';
import { OwnerName } from '@/components/catalog/owner-name';
import { describeVerdict } from '@/components/catalog/verdict';
import { VerdictChip } from '@/components/catalog/verdict-chip';
import { Said } from '@/components/shell/said';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Button } from '@/components/ui/button';
import { IconTile } from '@/components/ui/icon-tile';
import { Input } from '@/components/ui/input';
import { countOf } from '@/lib/base/count-of';
import { toCsv } from '@/lib/base/to-csv';
import type { ImpactRow } from './impact-rows';

type Props = {
  rows: readonly ImpactRow[];
  /** What the rows are about: "Orders", "Orders › Price"; null for the whole workspace. */
  about: string | null;
  filter: string;
  onFilter: (filter: string) => void;
  onChoose: (key: string) => void;
};

const PAGE = 100;
const cell = 'h-11 border-b px-3 align-middle';
const head = 'sticky top-0 z-10 h-8 whitespace-nowrap border-b bg-bg px-3 text-left font-medium text-fg-3 text-xs';

/** Who is touched, as a list to read, to narrow down and to take along. */
export function ImpactTable({ rows, about, filter, onFilter, onChoose }: Props) {
  const vocabulary = useVocabulary();
  const [shown, setShown] = useState(PAGE);
  const word = filter.trim().toLowerCase();
  const found = rows.filter(({ product: { name, key, owner, domain }, fields }) =>
    [name, key, owner?.name ?? 'nobody', domain?.name, ...fields].some((text) => text?.toLowerCase().includes(word)),
  );
  const hasSteps = rows.some(({ steps }) => steps !== null);
  const save = () => {
    const lines = found.map(({ product, steps, fields, fieldCount, verdict, slackMinutes }) => [
      product.key,
      product.name,
      alignmentWords[product.alignment],
      product.domain?.name ?? null,
      product.owner?.name ?? null,
      ...(hasSteps ? [steps] : []),
      fields.length > 0 ? fields.join('; ') : fieldCount,
      verdict && describeVerdict(verdict, vocabulary),
      slackMinutes,
    ]);
    const heads = ['Key', 'Product', 'Role', 'Domain', 'Owner', ...(hasSteps ? ['Steps'] : []), 'Fields', 'Standing'];
    const text = toCsv([[...heads, 'Room to spare, minutes'], ...lines]);
    saveFile(`lineage${about ? ` of ${about}` : ''}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-2 border-b px-4 py-2">
        <div className="w-72 shrink">
          <Input
            icon={Search}
            aria-label="Filter the table"
            placeholder="Product, owner or domain"
            value={filter}
            onChange={(event) => onFilter(event.target.value)}
          />
        </div>
        <p className="min-w-0 flex-1 truncate text-fg-2 text-sm tabular-nums" aria-live="polite">
          <Said>{countOf(found.length, 'product')}</Said>
          {about && ` touched by ${about}`}
        </p>
        <Button icon={Download} onClick={save} disabled={found.length === 0}>
          CSV
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <table aria-label="Products on the lineage" className="w-full border-separate border-spacing-0 text-sm">
          <thead>
            <tr>
              <th scope="col" className={`${head} pl-4`}>
                Product
              </th>
              <th scope="col" className={head}>
                Owner
              </th>
              {hasSteps && (
                <th scope="col" className={head}>
                  Where
                </th>
              )}
              <th scope="col" className={`${head} max-[800px]:hidden`}>
                Fields
              </th>
              <th scope="col" className={head}>
                What is asked
              </th>
              <th scope="col" className={`${head} pr-4 text-right`}>
                Freshness
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((row) => (
              <Row key={row.product.key} row={row} hasSteps={hasSteps} onChoose={onChoose} />
            ))}
          </tbody>
        </table>
        {found.length === 0 && <p className="px-4 py-6 text-fg-2 text-sm">No product here is called that.</p>}
        {found.length > shown && (
          <div className="p-3 text-center">
            <Button variant="ghost" onClick={() => setShown(shown + PAGE)}>
              Show {Math.min(PAGE, found.length - shown)} more of {found.length}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

type RowProps = { row: ImpactRow; hasSteps: boolean; onChoose: (key: string) => void };

function Row({ row: { product, steps, fields, fieldCount, verdict, slackMinutes }, hasSteps, onChoose }: RowProps) {
  const vocabulary = useVocabulary();
  const slack = describeSlack('freshness', slackMinutes);
  return (
    <tr className="relative transition-colors duration-120 focus-within:bg-hover hover:bg-hover">
      <td className={`${cell} w-[34%] max-w-0 pl-4`}>
        <span className="flex items-center gap-3">
          <IconTile icon={alignmentIcons[product.alignment]} color={`var(--${product.alignment})`} />
          <span className="min-w-0">
            <button
              type="button"
              onClick={() => onChoose(product.key)}
              className="block max-w-full truncate text-left font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
            >
              {product.name}
            </button>
            <span className="block truncate text-fg-2 text-xs">
              {[alignmentWords[product.alignment], product.domain?.name].filter(Boolean).join(' · ')}
            </span>
          </span>
        </span>
      </td>
      <td className={`${cell} max-w-40 truncate text-fg-2`}>
        <OwnerName owner={product.owner} />
      </td>
      {hasSteps && <td className={`${cell} whitespace-nowrap text-fg-2`}>{describeSteps(steps ?? 0)}</td>}
      <td
        className={`${cell} max-w-64 truncate tabular-nums max-[800px]:hidden`}
        title={fields.join(', ') || undefined}
      >
        {fields.length > 0 ? fields.join(', ') : fieldCount > 0 ? fieldCount : <span className="text-fg-3">–</span>}
      </td>
      <td className={cell}>
        {verdict ? <VerdictChip verdict={verdict} vocabulary={vocabulary} /> : <span className="text-fg-3">–</span>}
      </td>
      <td
        className={`${cell} whitespace-nowrap pr-4 text-right tabular-nums ${(slackMinutes ?? 0) < 0 ? 'font-medium text-bad' : 'text-fg-2'}`}
      >
        {slack ?? '–'}
      </td>
    </tr>
  );
}

function describeSteps(steps: number): string {
  if (steps === 0) return 'itself';
  return `${countOf(Math.abs(steps), 'step')} ${steps < 0 ? 'before it' : 'after it'}`;
}
