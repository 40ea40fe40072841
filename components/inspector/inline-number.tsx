'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { controlStyle } from '@/components/ui/control-style';

type Props = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** A number of a sentence, typed where it stands: whole, and one or more. What is anything else is not taken over. */
export function InlineNumber({ label, value, onChange, onStart, onEnd, isDisabled }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(value);
  const isWrong = typed !== null && readCount(typed) === null;
  return (
    <input
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={isWrong ? 'A whole number, 1 or more.' : undefined}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      value={shown}
      readOnly={isDisabled}
      onFocus={(event) => {
        event.currentTarget.select();
        onStart();
      }}
      onBlur={() => {
        setTyped(null);
        onEnd();
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = readCount(event.target.value);
        if (next !== null) onChange(next);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
      }}
      style={{ width: `${Math.max(2, shown.length) + 2.5}ch` }}
      className={cn(controlStyle, 'mx-0.5 inline-flex h-6 px-1 text-center align-middle font-medium tabular-nums')}
    />
  );
}

function readCount(text: string): number | null {
  const count = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(count) && count > 0 ? count : null;
}
