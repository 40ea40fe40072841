import { useQuery } from '@tanstack/react-query';
import { Check, Minus } from 'lucide-react';
import { useMemo } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Badge } from '@/components/ui/badge';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import type { LedgerColumnRow, LedgerTableRow } from '@/lib/api/ledger';
import { nameFew } from '@/lib/base/name-few';
import { ledgerColumnsQuery } from '@/lib/client/ledger';
import { HeadCell } from './head-cell';
import { type LedgerWords, ledgerWords } from './ledger-words';
import { Traced } from './traced';

/** What the figures of a table add up: its columns, who needs each and how often it is stored on the way. */
export function TableColumns({ id, line, edition }: { id: string; line: LedgerTableRow; edition: string }) {
  const format = useFormat();
  const vocabulary = useVocabulary();
  const { data, isPending, isError, error, refetch, isFetching } = useQuery(
    ledgerColumnsQuery({ edition, source: line.source, table: line.table }),
  );
  const words = useMemo(() => ledgerWords(data ? [data.names] : [], vocabulary), [data, vocabulary]);
  return (
    <div id={id} className="overflow-x-auto border-t bg-surface-2 px-4 py-2">
      {isPending && <LoadingRows label="Adding up the table" rows={2} />}
      {isError && (
        <ProblemState
          title="The table could not be read"
          detail={error.message}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
        />
      )}
      {data && (
        <table className="w-full text-sm">
          <thead>
            <tr>
              <HeadCell isFirst>{words.column === 'field' ? 'Field' : 'Column'}</HeadCell>
              <HeadCell isNumber>Bytes</HeadCell>
              <HeadCell>Needed by</HeadCell>
              <HeadCell isNumber>Copies</HeadCell>
              <HeadCell isNumber className="pr-0">
                Steps
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {data.columns.map((column) => (
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
      )}
    </div>
  );
}

type ColumnProps = { line: LedgerTableRow; column: LedgerColumnRow; words: LedgerWords };

function ColumnRow({ line, column, words }: ColumnProps) {
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
      <td className="px-3 py-1 text-fg-2">
        {nameFew(column.consumers.first.map(words.product), column.consumers.count) || 'nobody'}
      </td>
      <td className="px-3 py-1 whitespace-nowrap text-right tabular-nums">
        {column.copies.count === 0 ? (
          0
        ) : (
          <Traced
            about="Products that store it"
            parts={column.copies.first.map((key) => ({ name: words.product(key), amount: format.bytes(column.bytes) }))}
            inAll={column.copies.count}
          >
            {column.copies.count}
          </Traced>
        )}
      </td>
      <td className="py-1 pl-3 whitespace-nowrap text-right tabular-nums">{column.hops ?? '–'}</td>
    </tr>
  );
}
