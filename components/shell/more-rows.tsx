'use client';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ROWS_STEP } from '@/components/ui/use-first-rows';
import { useFormat } from './use-format';

type Props = {
  rest: number;
  onMore: () => void;
  /** They are on their way. */
  isBusy?: boolean;
  /** Why they did not come. */
  problem?: string | undefined;
  className?: string;
};

/** The end of a list that goes on: how much more there is, a press away. Nothing where that is all. */
export function MoreRows({ rest, onMore, isBusy = false, problem, className }: Props) {
  const format = useFormat();
  if (rest === 0) return null;
  return (
    <div className={cn('border-t px-2 pt-1.5 pb-0.5', className)}>
      <Button variant="ghost" size="sm" busy={isBusy} onClick={onMore}>
        {rest <= ROWS_STEP
          ? `Show ${format.number(rest)} more`
          : `Show ${format.number(ROWS_STEP)} of ${format.number(rest)} more`}
      </Button>
      {problem !== undefined && (
        <p role="alert" className="px-2 pb-1 text-bad text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
