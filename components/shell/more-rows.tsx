'use client';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { ROWS_STEP } from '@/components/ui/use-first-rows';
import { useFormat } from './use-format';

/** The end of a list that goes on: how much more there is, a press away. Nothing where that is all. */
export function MoreRows({ rest, onMore, className }: { rest: number; onMore: () => void; className?: string }) {
  const format = useFormat();
  if (rest === 0) return null;
  return (
    <div className={cn('border-t px-2 pt-1.5 pb-0.5', className)}>
      <Button variant="ghost" size="sm" onClick={onMore}>
        {rest <= ROWS_STEP
          ? `Show ${format.number(rest)} more`
          : `Show ${format.number(ROWS_STEP)} of ${format.number(rest)} more`}
      </Button>
    </div>
  );
}
