'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

type Value = string | number | boolean;
type Props = {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** The values a field may have, one per line or with commas between. */
export function ValuesControl({ values, onChange, onStart, onEnd, isDisabled }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label="One of" hint="One per line, or with commas between.">
      <Textarea
        value={typed ?? values.map(String).join('\n')}
        readOnly={isDisabled}
        onFocus={onStart}
        onBlur={() => {
          setTyped(null);
          onEnd();
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          const written = event.target.value
            .split(/[\n,]/)
            .map((value) => value.trim())
            .filter((value) => value !== '');
          // Values that were numbers stay numbers while they read the same.
          const known = new Map(values.map((value) => [String(value), value]));
          if (written.length > 0) onChange([...new Set(written)].map((value) => known.get(value) ?? value));
        }}
      />
    </Field>
  );
}
