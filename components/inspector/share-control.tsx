'use client';

import { useState } from 'react';
import { Input } from '@/components/ui/input';

type Props = {
  label: string;
  share: number | null;
  onChange: (share: number) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** A share typed as a percentage: 99.5. */
export function ShareControl({ label, share, onChange, onStart, onEnd, isDisabled }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const percent = typed === null ? null : readPercent(typed);
  return (
    <Input
      aria-label={label}
      aria-invalid={(typed !== null && typed !== '' && percent === null) || undefined}
      value={typed ?? (share === null ? '' : String(Number((share * 100).toPrecision(8))))}
      placeholder="99"
      inputMode="decimal"
      end="%"
      readOnly={isDisabled}
      onFocus={onStart}
      onBlur={() => {
        setTyped(null);
        onEnd();
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = readPercent(event.target.value);
        if (next !== null) onChange(next);
      }}
      className="tabular-nums"
    />
  );
}

function readPercent(text: string): number | null {
  const number = Number(text.replace(',', '.').replace('%', ''));
  if (text.trim() === '' || !Number.isFinite(number) || number < 0 || number > 100) return null;
  return Number((number / 100).toPrecision(10));
}
