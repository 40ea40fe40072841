import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import type { LedgerPage } from '@/lib/api/ledger';
import { TableBar } from './table-bar';
import { useLedgerRows } from './use-ledger-rows';

/** Every table as a bar, as long as it weighs: the dark part is needed, the pale one stays. */
export function TablesPanel({ page }: { page: LedgerPage }) {
  const format = useFormat();
  const { rows, count, words, more } = useLedgerRows(page, 'tables', (lists) => lists.tables);
  const heaviest = Math.max(1, rows[0]?.everything.bytes ?? 0);
  return (
    <Panel
      title="Per table of the sources"
      note={format.number(count)}
      actions={
        <span aria-hidden="true" className="flex items-center gap-3 text-fg-2 text-xs">
          <span className="flex items-center gap-1.5">
            <span className="size-2 rounded-xs bg-accent" />
            Needed
          </span>
          <span className="flex items-center gap-1.5">
            <span className="size-2 rounded-xs border border-line-2 bg-active" />
            Left out
          </span>
        </span>
      }
      isBare
    >
      <ul aria-label="Tables, heaviest first">
        {rows.map((line) => (
          <TableBar key={`${line.source}.${line.table}`} {...{ line, heaviest, words }} edition={page.edition} />
        ))}
      </ul>
      <MoreRows {...more} />
    </Panel>
  );
}
