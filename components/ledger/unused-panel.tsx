import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import type { LedgerWords } from './ledger-words';

const SHOWN_FIRST = 8;

/** What nobody would miss: whole tables first, then columns of tables that somebody needs. */
export function UnusedPanel({ ledger, words }: { ledger: Ledger; words: LedgerWords }) {
  const format = useFormat();
  const { unusedTables, unusedColumns, totals } = ledger;
  const tables = useFirstRows(unusedTables, SHOWN_FIRST);
  const columns = useFirstRows(unusedColumns, SHOWN_FIRST);
  const shareOf = (bytes: number) =>
    totals.everything.bytes === 0 ? '' : ` · ${format.percent(bytes / totals.everything.bytes)}`;
  return (
    <Panel title="Nobody needs" note={format.number(unusedTables.length + unusedColumns.length)} isBare>
      {unusedTables.length + unusedColumns.length === 0 && (
        <p className="px-4 pb-3 text-fg-2 text-sm">Everything the sources hold is needed by somebody.</p>
      )}
      {unusedTables.length > 0 && (
        <ul aria-label="Whole tables nobody needs">
          {tables.shown.map((table) => (
            <li
              key={`${table.source}.${table.table}`}
              className="flex items-baseline gap-2 border-t px-4 py-1.5 text-sm"
            >
              <span className="min-w-0 truncate font-medium">{words.table(table)}</span>
              <span className="min-w-0 flex-1 truncate text-fg-3 text-xs">
                the whole table, {format.number(table.rows)} rows
              </span>
              <span className="shrink-0 tabular-nums">
                {format.bytes(table.bytes)}
                <span className="text-fg-2">{shareOf(table.bytes)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <MoreRows rest={tables.rest} onMore={tables.showMore} />
      {columns.shown.length > 0 && (
        <ul aria-label={`${words.column === 'field' ? 'Fields' : 'Columns'} nobody needs`}>
          {columns.shown.map((column) => (
            <li
              key={`${column.source}.${column.table}.${column.column}`}
              className="flex items-baseline gap-2 border-t px-4 py-1.5 text-sm"
            >
              <span className="min-w-0 truncate">{words.columnOf(column)}</span>
              <span className="min-w-0 flex-1 truncate text-fg-3 text-xs">{words.table(column)}</span>
              {column.estimated && <Badge>estimated</Badge>}
              <span className="shrink-0 tabular-nums">{format.bytes(column.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <MoreRows rest={columns.rest} onMore={columns.showMore} />
    </Panel>
  );
}
