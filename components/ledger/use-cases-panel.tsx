import { OwnerName } from '@/components/catalog/owner-name';
import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import { useFirstRows } from '@/components/ui/use-first-rows';
import { countOf } from '@/lib/base/count-of';
import { nameFew } from '@/lib/base/name-few';
import type { Ledger, LedgerUseCase } from '@/lib/engine/ledger/ledger';
import { HeadCell } from './head-cell';
import type { LedgerWords } from './ledger-words';
import { Traced } from './traced';

const SHOWN_FIRST = 12;

/** What each use case needs alone, what would be freed without it, and its even share of what is shared. */
export function UseCasesPanel({ ledger, words }: { ledger: Ledger; words: LedgerWords }) {
  const format = useFormat();
  const lines = [...ledger.useCases].sort((a, b) => b.standalone.bytes - a.standalone.bytes);
  const { shown, rest, showMore } = useFirstRows(lines, SHOWN_FIRST);
  return (
    <Panel title="Per use case" note={format.number(lines.length)}>
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
            {shown.map((line) => (
              <UseCaseRow key={line.consumer} line={line} words={words} ledger={ledger} />
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t text-fg-2">
              <th scope="row" colSpan={4} className="py-1.5 text-left font-normal">
                All even shares together are all that is needed
              </th>
              <td className="px-3 py-1.5 whitespace-nowrap text-right tabular-nums">
                {format.bytes(ledger.totals.needed.bytes)}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      <MoreRows rest={rest} onMore={showMore} className="-mx-4" />
    </Panel>
  );
}

function UseCaseRow({ line, words, ledger }: { line: LedgerUseCase; words: LedgerWords; ledger: Ledger }) {
  const format = useFormat();
  const { standalone, marginal, frees } = line;
  const alone = ledger.tables.flatMap((table) => {
    const bytes = table.columns.reduce(
      (sum, column) => sum + (column.consumers.includes(line.consumer) ? column.bytes : 0),
      0,
    );
    return bytes === 0 ? [] : [{ name: words.table(table), amount: format.bytes(bytes) }];
  });
  return (
    <tr className="border-t align-top tabular-nums">
      <th scope="row" className="py-2 pr-3 text-left font-medium">
        <TextLink href={`/catalog/${line.consumer}`}>{line.name}</TextLink>
      </th>
      <td className="px-3 py-2">
        <OwnerName owner={words.team(line.owner)} />
      </td>
      <td className="whitespace-nowrap px-3 py-2 text-right">
        <Traced about={`If it were the only use case: ${standalone.columns} ${words.column}s`} parts={alone}>
          {format.bytes(standalone.bytes)}
        </Traced>
      </td>
      <td className="whitespace-nowrap px-3 py-2 text-right">
        <Traced
          about={frees.columns.length === 0 ? 'Others need all of it too' : `What nobody else needs`}
          parts={[...frees.columns]
            .sort((a, b) => b.bytes - a.bytes)
            .map(({ bytes, ...column }) => ({
              name: `${words.table(column)} › ${words.columnOf(column)}`,
              amount: format.bytes(bytes),
            }))}
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
      <td className="py-2 pl-3 text-fg-2">{describeFreed(line, words)}</td>
    </tr>
  );
}

function describeFreed({ frees }: LedgerUseCase, words: LedgerWords): string {
  const { columns, tables, products } = frees;
  const counts = [
    columns.length === 0 ? '' : countOf(columns.length, words.column),
    tables.length === 0 ? '' : countOf(tables.length, 'whole table'),
  ].filter((text) => text !== '');
  const names = nameFew(products.map(words.product));
  if (counts.length === 0) return names === '' ? 'nothing goes' : `nobody needs ${names}`;
  return `${counts.join(' and ')} less to move${names === '' ? '' : `; nobody needs ${names}`}`;
}
