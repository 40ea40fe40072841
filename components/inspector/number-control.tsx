'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  label: string;
  value: number | null;
  unit?: string;
  isWhole?: boolean;
  /** Null when it is taken away. */
  onChange: (value: number | null) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

export function NumberControl({ label, value, unit, isWhole = false, onChange, onStart, onEnd, isDisabled }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | 'empty' | 'wrong' => {
    if (text.trim() === '') return 'empty';
    const number = Number(text.replace(',', '.'));
    if (!Number.isFinite(number)) return 'wrong';
    return isWhole && (!Number.isInteger(number) || number <= 0) ? 'wrong' : number;
  };
  const isWrong = typed !== null && read(typed) === 'wrong';
  return (
    <Field label={label} error={isWrong ? (isWhole ? 'A whole number.' : 'A number.') : null}>
      <Input
        value={typed ?? (value === null ? '' : String(value))}
        placeholder="none"
        inputMode="decimal"
        {...(unit ? { end: unit } : {})}
        readOnly={isDisabled}
        onFocus={onStart}
        onBlur={() => {
          setTyped(null);
          onEnd();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = read(event.target.value);
          if (next !== 'wrong') onChange(next === 'empty' ? null : next);
        }}
        className="tabular-nums"
      />
    </Field>
  );
}
