'use client';

import { type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { MoreRows } from '@/components/shell/more-rows';
import { ROWS_STEP } from '@/components/ui/use-first-rows';
import type { AskSummary } from '@/lib/api/ask';
import { firstAsks } from './first-asks';
import { InboxPart } from './inbox-part';
import type { AskMarks } from './use-ask-marks';

type Part = {
  key: string;
  title: string;
  /** What a screen reader hears, where the title alone would not tell parts apart. */
  label?: string;
  icon?: ReactNode;
  asks: readonly AskSummary[];
};
type Props = {
  parts: readonly Part[];
  chosen: string | null;
  isQuiet?: boolean;
  marks?: AskMarks | null;
  onChoose: (key: string) => void;
};

const SHOWN_FIRST = 60;
/** So many stand behind the chosen one, for whoever walks on by keyboard. */
const AHEAD = 20;

/** Asks under their headings: the first ones, all up to the chosen one, and the rest on demand. */
export function InboxParts({ parts, marks = null, chosen, ...shared }: Props) {
  const [max, setMax] = useState(SHOWN_FIRST);
  const list = useRef<HTMLDivElement>(null);
  const asks = parts.flatMap((part) => part.asks);
  const at = asks.findIndex(({ key }) => key === chosen);
  if (at >= max) setMax(at + AHEAD);
  const showMore = () => {
    flushSync(() => setMax(max + ROWS_STEP));
    list.current?.querySelectorAll<HTMLElement>('[data-ask]')[max]?.focus();
  };
  if (asks.length === 0) return null;
  return (
    <div ref={list}>
      {firstAsks(parts, max).map(({ key, ...part }) => (
        <InboxPart key={key} {...part} {...shared} {...{ chosen, marks }} />
      ))}
      <MoreRows rest={Math.max(0, asks.length - max)} onMore={showMore} className="border-t-0 py-1.5" />
    </div>
  );
}
