import { MoreRows } from '@/components/shell/more-rows';
import { useFormat } from '@/components/shell/use-format';
import { Panel } from '@/components/ui/panel';
import { useFirstRows } from '@/components/ui/use-first-rows';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import type { LedgerWords } from './ledger-words';
import { TableBar } from './table-bar';

const SHOWN_FIRST = 20;

/** Every table as a bar, as long as it weighs: the dark part is needed, the pale one stays. */
export function TablesPanel({ ledger, words }: { ledger: Ledger; words: LedgerWords }) {
  const format = useFormat();
  const heaviest = Math.max(1, ...ledger.tables.map((line) => line.everything.bytes));
  const lines = [...ledger.tables].sort(
    (a, b) => b.everything.bytes - a.everything.bytes || b.needed.bytes - a.needed.bytes,
  );
  const { shown, rest, showMore } = useFirstRows(lines, SHOWN_FIRST);
  return (
    <Panel
      title="Per table of the sources"
      note={format.number(lines.length)}
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
        {shown.map((line) => (
          <TableBar key={`${line.source}.${line.table}`} line={line} heaviest={heaviest} words={words} />
        ))}
      </ul>
      <MoreRows rest={rest} onMore={showMore} />
    </Panel>
  );
}
