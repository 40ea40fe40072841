'use client';

import type { AskSummary } from '@/lib/api/ask';
import { AskRow } from './ask-row';
import type { AskMarks } from './use-ask-marks';

type Props = {
  title: string;
  asks: readonly AskSummary[];
  chosen: string | null;
  marks: AskMarks;
  onChoose: (key: string) => void;
};

/** Asks of several products under one heading: what is my turn. */
export function InboxPart({ title, asks, chosen, marks, onChoose }: Props) {
  if (asks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="sticky top-0 z-10 flex h-9 items-center gap-2 border-b bg-bg px-4 font-medium text-fg-2 text-xs">
        {title}
        <span className="font-normal text-fg-3 tabular-nums">{asks.length}</span>
      </h2>
      <ul>
        {asks.map((ask) => (
          <AskRow
            key={ask.key}
            ask={ask}
            isChosen={ask.key === chosen}
            isQuiet={false}
            marks={marks}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  );
}
