import { useState } from 'react';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import type { LedgerPage } from '@/lib/api/ledger';
import { DecayChart } from './decay-chart';
import { HeadCell } from './head-cell';
import { useLedgerRows } from './use-ledger-rows';

const ORDERS = [
  { value: 'largestFirst', label: 'Largest first' },
  { value: 'asListed', label: 'As listed' },
] as const;

/** Each use case needs less that is new: what it adds, drawn and told. */
export function DecayPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const [order, setOrder] = useState<'largestFirst' | 'asListed'>('largestFirst');
  const { rows, count, words, more } = useLedgerRows(page, order, (lists) => lists[order]);
  return (
    <Panel
      title="As use cases are added"
      actions={<Segmented label="Order" value={order} onChange={setOrder} options={ORDERS} />}
    >
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <DecayChart points={page.charts[order]} allBytes={page.totals.everything.bytes} words={words} />
        <div className="max-h-72 overflow-y-auto" tabIndex={count > 8 ? 0 : undefined}>
          <table className="w-full text-sm">
            <caption className="sr-only">What each use case adds to what is needed</caption>
            <thead>
              <tr>
                <HeadCell isFirst>Use case</HeadCell>
                <HeadCell isNumber>Adds</HeadCell>
                <HeadCell isNumber>New {words.column}s</HeadCell>
                <HeadCell isNumber>In all</HeadCell>
                <HeadCell isNumber className="pr-0">
                  Share
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ consumer, adds, total, share }) => (
                <tr key={consumer} className="border-t tabular-nums">
                  <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                    {words.product(consumer)}
                  </th>
                  <td className="whitespace-nowrap px-3 py-1.5 text-right">{format.bytes(adds.bytes)}</td>
                  <td className="whitespace-nowrap px-3 py-1.5 text-right">{format.number(adds.columns)}</td>
                  <td className="whitespace-nowrap px-3 py-1.5 text-right text-fg-2">{format.bytes(total.bytes)}</td>
                  <td className="whitespace-nowrap py-1.5 pl-3 text-right text-fg-2">
                    {share === null ? '–' : format.percent(share)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <MoreRows {...more} />
        </div>
      </div>
    </Panel>
  );
}
