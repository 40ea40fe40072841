import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { LedgerPage } from '@/lib/api/ledger';
import { useLedgerRows } from './use-ledger-rows';

/** What nobody would miss: whole tables first, then columns of tables that somebody needs. */
export function UnusedPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const { everything } = page.totals;
  const tables = useLedgerRows(page, 'unusedTables', (lists) => lists.unusedTables);
  const columns = useLedgerRows(page, 'unusedColumns', (lists) => lists.unusedColumns);
  const count = tables.count + columns.count;
  const shareOf = (bytes: number) => (everything.bytes === 0 ? '' : ` · ${format.percent(bytes / everything.bytes)}`);
  return (
    <Panel title="Nobody needs" note={format.number(count)} isBare>
      {count === 0 && <p className="px-4 pb-3 text-fg-2 text-sm">Everything the sources hold is needed by somebody.</p>}
      {tables.count > 0 && (
        <ul aria-label="Whole tables nobody needs">
          {tables.rows.map((table) => (
            <li
              key={`${table.source}.${table.table}`}
              className="flex items-baseline gap-2 border-t px-4 py-1.5 text-sm"
            >
              <span className="min-w-0 truncate font-medium">{tables.words.table(table)}</span>
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
      <MoreRows {...tables.more} />
      {columns.count > 0 && (
        <ul aria-label={`${columns.words.column === 'field' ? 'Fields' : 'Columns'} nobody needs`}>
          {columns.rows.map((column) => (
            <li
              key={`${column.source}.${column.table}.${column.column}`}
              className="flex items-baseline gap-2 border-t px-4 py-1.5 text-sm"
            >
              <span className="min-w-0 truncate">{columns.words.columnOf(column)}</span>
              <span className="min-w-0 flex-1 truncate text-fg-3 text-xs">{columns.words.table(column)}</span>
              {column.estimated && <Badge>estimated</Badge>}
              <span className="shrink-0 tabular-nums">{format.bytes(column.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <MoreRows {...columns.more} />
    </Panel>
  );
}
