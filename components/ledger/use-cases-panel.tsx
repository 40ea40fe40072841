import { OwnerName } from '@/components/catalog/owner-name';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { LedgerPage, LedgerUseCaseRow } from '@/lib/api/ledger';
import { countOf } from '@/lib/base/count-of';
import { nameFew } from '@/lib/base/name-few';
import { HeadCell } from './head-cell';
import type { LedgerWords } from './ledger-words';
import { Traced } from './traced';
import { useLedgerRows } from './use-ledger-rows';

/** What each use case needs alone, what would be freed without it, and its even share of what is shared. */
export function UseCasesPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const { rows, count, words, more } = useLedgerRows(page, 'useCases', (lists) => lists.useCases);
  return (
    <Panel title="Per use case" note={format.number(count)}>
      <div className="overflow-x-auto">
        <table aria-label="Per use case" className="w-full text-sm">
          <thead>
            <tr>
              <HeadCell isFirst>Use case</HeadCell>
              <HeadCell>Owner</HeadCell>
              <HeadCell isNumber>Alone</HeadCell>
              <HeadCell isNumber>Only for it</HeadCell>
              <HeadCell isNumber>Even share</HeadCell>
              <HeadCell className="pr-0">Without it</HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <UseCaseRow key={line.consumer} line={line} words={words} />
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t text-fg-2">
              <th scope="row" colSpan={4} className="py-1.5 text-left font-normal">
                All even shares together are all that is needed
              </th>
              <td className="px-3 py-1.5 whitespace-nowrap text-right tabular-nums">
                {format.bytes(page.totals.needed.bytes)}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <MoreRows {...more} className="-mx-4" />
    </Panel>
  );
}

function UseCaseRow({ line, words }: { line: LedgerUseCaseRow; words: LedgerWords }) {
  const format = useFormat();
  const { standalone, marginal, alone, frees } = line;
  return (
    <tr className="border-t align-top tabular-nums">
      <th scope="row" className="py-2 pr-3 text-left font-medium">
        <TextLink href={`/catalog/${line.consumer}`}>{line.name}</TextLink>
      </th>
      <td className="max-w-44 truncate px-3 py-2">
        <OwnerName owner={words.team(line.owner)} />
      </td>
      <td className="whitespace-nowrap px-3 py-2 text-right">
        <Traced
          about={`If it were the only use case: ${standalone.columns} ${words.column}s`}
          parts={alone.first.map((table) => ({ name: words.table(table), amount: format.bytes(table.bytes) }))}
          inAll={alone.count}
        >
          {format.bytes(standalone.bytes)}
        </Traced>
      </td>
      <td className="whitespace-nowrap px-3 py-2 text-right">
        <Traced
          about={frees.columns.count === 0 ? 'Others need all of it too' : `What nobody else needs`}
          parts={frees.columns.first.map(({ bytes, ...column }) => ({
            name: `${words.table(column)} › ${words.columnOf(column)}`,
            amount: format.bytes(bytes),
          }))}
          inAll={frees.columns.count}
        >
          {format.bytes(marginal.bytes)}
        </Traced>
      </td>
      <td className="whitespace-nowrap px-3 py-2 text-right">
        <Traced
          about={`What only it needs, and an equal part of every ${words.column} that it shares with others`}
          parts={[
            { name: 'Only for it', amount: format.bytes(marginal.bytes) },
            { name: 'Of what is shared', amount: format.bytes(line.evenShareBytes - marginal.bytes) },
          ]}
        >
          {format.bytes(line.evenShareBytes)}
        </Traced>
      </td>
      <td className="min-w-52 py-2 pl-3 text-fg-2">{describeFreed(line, words)}</td>
    </tr>
  );
}

function describeFreed({ frees }: LedgerUseCaseRow, words: LedgerWords): string {
  const { columns, tables, products } = frees;
  const counts = [
    columns.count === 0 ? '' : countOf(columns.count, words.column),
    tables === 0 ? '' : countOf(tables, 'whole table'),
  ].filter((text) => text !== '');
  const names = nameFew(products.first.map(words.product), products.count);
  if (counts.length === 0) return names === '' ? 'nothing goes' : `nobody needs ${names}`;
  return `${counts.join(' and ')} less to move${names === '' ? '' : `; nobody needs ${names}`}`;
}
