import { Check, Minus } from 'lucide-react';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import type { LedgerColumn, LedgerTable } from '@/lib/engine/ledger/ledger';
import { HeadCell } from './head-cell';
import type { LedgerWords } from './ledger-words';
import { Traced } from './traced';

/** What the figures of a table add up: its columns, who needs each and how often it is stored on the way. */
export function TableColumns({ id, line, words }: { id: string; line: LedgerTable; words: LedgerWords }) {
  const format = useFormat();
  return (
    <div id={id} className="overflow-x-auto border-t bg-surface-2 px-4 py-2">
      <table className="w-full text-sm">
        <thead>
          <tr>
            <HeadCell isFirst>{words.column === 'field' ? 'Field' : 'Column'}</HeadCell>
            <HeadCell isNumber>Bytes</HeadCell>
            <HeadCell>Needed by</HeadCell>
            <HeadCell isNumber>Copies</HeadCell>
            <HeadCell isNumber>Steps</HeadCell>
          </tr>
        </thead>
        <tbody>
          {line.columns.map((column) => (
            <ColumnRow key={column.name} line={line} column={column} words={words} />
          ))}
          {line.unattributedBytes !== 0 && (
            <tr className="text-fg-2">
              <td className="py-1 pr-3">No {words.column}’s: indexes, row headers</td>
              <td className="px-3 py-1 whitespace-nowrap text-right tabular-nums">
                {format.bytes(line.unattributedBytes)}
              </td>
              <td colSpan={3} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function ColumnRow({ line, column, words }: { line: LedgerTable; column: LedgerColumn; words: LedgerWords }) {
  const format = useFormat();
  const Mark = column.needed ? Check : Minus;
  return (
    <tr>
      <td className="py-1 pr-3">
        <span className="flex items-center gap-1.5">
          <Mark
            className={column.needed ? 'size-3.5 shrink-0 text-accent-text' : 'size-3.5 shrink-0 text-fg-3'}
            strokeWidth={2}
            aria-label={column.needed ? 'needed' : 'left out'}
          />
          <span className={column.needed ? '' : 'text-fg-2'}>
            {words.columnOf({ source: line.source, table: line.table, column: column.name })}
          </span>
          {column.estimated && <Badge>estimated</Badge>}
        </span>
      </td>
      <td className="px-3 py-1 whitespace-nowrap text-right tabular-nums">{format.bytes(column.bytes)}</td>
      <td className="px-3 py-1 text-fg-2">{column.consumers.map(words.product).join(', ') || 'nobody'}</td>
      <td className="px-3 py-1 whitespace-nowrap text-right tabular-nums">
        {column.copies.length === 0 ? (
          0
        ) : (
          <Traced
            about="Products that store it"
            parts={column.copies.map((key) => ({ name: words.product(key), amount: format.bytes(column.bytes) }))}
          >
            {column.copies.length}
          </Traced>
        )}
      </td>
      <td className="py-1 pl-3 whitespace-nowrap text-right tabular-nums">{column.hops ?? '–'}</td>
    </tr>
  );
}
