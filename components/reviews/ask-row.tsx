'use client';

import { useEffect, useRef } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { cn } from '@/components/ui/cn';
import { NewMark } from '@/components/ui/new-mark';
import type { AskSummary } from '@/lib/api/ask';
import { AskMark } from './ask-mark';
import { AskStateMark } from './ask-state-mark';
import { splitTitle } from './split-title';
import type { AskMarks } from './use-ask-marks';

type Props = {
  ask: AskSummary;
  isChosen: boolean;
  isQuiet: boolean;
  /** Null where several cannot be decided at once. */
  marks: AskMarks | null;
  onChoose: (key: string) => void;
};

export function AskRow({ ask, isChosen, isQuiet, marks, onChoose }: Props) {
  const format = useFormat();
  const row = useRef<HTMLButtonElement>(null);
  const { subject, asked } = splitTitle(ask.title);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <li className="relative [contain-intrinsic-size:auto_76px] [content-visibility:auto]">
      {marks && ask.actions.length > 0 && <AskMark ask={ask} marks={marks} />}
      <button
        ref={row}
        type="button"
        data-ask={ask.key}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onChoose(ask.key)}
        className={cn(
          '-outline-offset-2 relative flex w-full flex-col gap-0.5 border-b px-4 py-2.5 text-left transition-colors duration-120',
          marks && ask.actions.length > 0 && 'pl-9',
          isChosen
            ? 'bg-active before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent'
            : 'hover:bg-hover',
        )}
      >
        <span className="flex items-center gap-2">
          <AskStateMark state={ask.state} />
          <span className={cn('min-w-0 flex-1 truncate text-base', isQuiet ? 'text-fg-2' : 'font-medium')}>
            {ask.isNew && !isChosen && <NewMark className="mr-1.5" />}
            {subject}
          </span>
          <time dateTime={ask.since} className="shrink-0 text-fg-2 text-xs tabular-nums">
            {format.day(ask.since)}
          </time>
        </span>
        {asked && !isQuiet && <span className="pl-[22px] text-fg-2 text-sm">{asked}</span>}
        <span className="truncate pl-[22px] text-fg-2 text-xs">
          for <span className="font-medium text-fg">{ask.consumer.name}</span>
          {ask.toAnswer > 0 && ` · ${ask.toAnswer} to be answered`}
          {!isQuiet && ask.open < ask.lines && ` · ${ask.open} of ${ask.lines} still open`}
        </span>
      </button>
    </li>
  );
}
