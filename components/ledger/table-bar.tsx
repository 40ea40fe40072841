import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { cn } from '@/components/ui/cn';
import type { LedgerTableRow } from '@/lib/api/ledger';
import type { LedgerWords } from './ledger-words';
import { TableColumns } from './table-columns';

type Props = { line: LedgerTableRow; heaviest: number; words: LedgerWords; edition: string };

/** One table; opened, the columns that its figures add up. */
export function TableBar({ line, heaviest, words, edition }: Props) {
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { needed, everything } = line;
  const length = everything.bytes / heaviest;
  const share = everything.bytes === 0 ? 0 : Math.max(0, needed.bytes) / everything.bytes;
  return (
    <li className="border-t">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="grid w-full grid-cols-[minmax(0,13rem)_minmax(0,1fr)_14rem] items-center gap-4 px-4 py-2 text-left transition-colors duration-120 hover:bg-hover"
      >
        <span className="flex min-w-0 items-center gap-1.5">
          <ChevronRight
            className={cn('size-3.5 shrink-0 text-fg-3 transition-transform duration-120', isOpen && 'rotate-90')}
            strokeWidth={2}
            aria-hidden="true"
          />
          <span className="min-w-0">
            <span className="block truncate font-medium text-sm">{words.table(line)}</span>
            <span className="block truncate text-fg-3 text-xs">{words.tableAside(line)}</span>
          </span>
        </span>
        <span aria-hidden="true" className="block">
          <span
            className="block h-3.5 min-w-0.5 overflow-hidden rounded-xs border border-line-2 bg-active"
            style={{ width: `${length * 100}%` }}
          >
            <span className="block h-full bg-accent" style={{ width: `${Math.min(1, share) * 100}%` }} />
          </span>
        </span>
        <span className="text-right text-sm tabular-nums">
          {needed.tables === 0 ? (
            <span className="text-fg-2">nothing needed of {format.bytes(everything.bytes)}</span>
          ) : (
            <>
              {format.bytes(needed.bytes)} <span className="text-fg-2">of {format.bytes(everything.bytes)}</span>
            </>
          )}
          <span className="block text-fg-2 text-xs">
            {needed.columns} of {everything.columns} {words.column}s
          </span>
        </span>
      </button>
      {isOpen && <TableColumns id={id} line={line} edition={edition} />}
    </li>
  );
}
