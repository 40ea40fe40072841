'use client';

import type { ReactNode } from 'react';
import type { AskSummary } from '@/lib/api/ask';
import { AskRow } from './ask-row';
import type { AskMarks } from './use-ask-marks';

type Props = {
  title: string;
  /** What a screen reader hears, where the title alone would not tell parts apart. */
  label?: string;
  icon?: ReactNode;
  asks: readonly AskSummary[];
  /** How many there are, with those that are not shown. */
  inAll: number;
  chosen: string | null;
  isQuiet?: boolean;
  marks: AskMarks | null;
  onChoose: (key: string) => void;
};

/** Asks under one heading. */
export function InboxPart({
  title,
  label = title,
  icon,
  asks,
  inAll,
  chosen,
  isQuiet = false,
  marks,
  onChoose,
}: Props) {
  return (
    <section aria-label={label}>
      <h2 className="sticky top-0 z-10 flex h-9 items-center gap-2 border-b bg-bg px-4 font-medium text-fg-2 text-xs">
        {icon}
        {title}
        <span className="font-normal text-fg-3 tabular-nums">{inAll}</span>
      </h2>
      <ul>
        {asks.map((ask) => (
          <AskRow
            key={ask.key}
            ask={ask}
            isChosen={ask.key === chosen}
            isQuiet={isQuiet}
            marks={marks}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  );
}
