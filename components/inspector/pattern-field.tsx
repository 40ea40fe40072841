'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  regex: string;
  onChange: (regex: string) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** How a value is written, and a place to try one. */
export function PatternField({ regex, onChange, onStart, onEnd, isDisabled }: Props) {
  const [tried, setTried] = useState('');
  const pattern = readPattern(regex);
  return (
    <div className="space-y-2">
      <Field label="Written like" error={pattern === null ? 'This is no regular expression.' : null}>
        <Input
          value={regex}
          placeholder="^[A-Z]{2}$"
          spellCheck={false}
          readOnly={isDisabled}
          onFocus={onStart}
          onBlur={onEnd}
          onChange={(event) => onChange(event.target.value)}
          className="font-mono text-xs"
        />
      </Field>
      <Field
        label="Try a value"
        hint={
          tried === '' || pattern === null
            ? 'Only looked at here.'
            : pattern.test(tried)
              ? 'It fits.'
              : 'It does not fit.'
        }
      >
        <Input value={tried} placeholder="SP" onChange={(event) => setTried(event.target.value)} />
      </Field>
    </div>
  );
}

function readPattern(regex: string): RegExp | null {
  try {
    return new RegExp(regex, 'u');
  } catch {
    return null;
  }
}
