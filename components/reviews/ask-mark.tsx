'use client';

import { useRef } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import type { AskSummary } from '@/lib/api/ask';
import type { AskMarks } from './use-ask-marks';

/** Marks an ask for deciding on several at once; with Shift everything up to it. */
export function AskMark({ ask, marks }: { ask: AskSummary; marks: AskMarks }) {
  const isRange = useRef(false);
  return (
    <span
      className="absolute top-3 left-3 z-1 flex"
      onClickCapture={(event) => {
        isRange.current = event.shiftKey;
      }}
    >
      <Checkbox
        label={`Select ${ask.title} for ${ask.consumer.name}`}
        isLabelHidden
        checked={marks.isMarked(ask.key)}
        onChange={() => marks.toggle(ask.key, isRange.current)}
      />
    </span>
  );
}
