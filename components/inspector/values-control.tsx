'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import type { AttributeType } from '@/lib/model/records';

type Value = string | number | boolean;
type Props = {
  values: readonly Value[];
  /** What the field holds: numbers are written as numbers. */
  type: AttributeType | null;
  onChange: (values: Value[]) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};

/** The values a field may have, one per line or with commas between. */
export function ValuesControl({ values, type, onChange, onStart, onEnd, isDisabled }: Props) {
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
          if (written.length > 0) onChange([...new Set(written)].map((value) => readValue(value, type)));
        }}
      />
    </Field>
  );
}

/** As the type has it where it can be read so; else as it is written, and the need is told about it. */
function readValue(written: string, type: AttributeType | null): Value {
  if (type === 'boolean' && (written === 'true' || written === 'false')) return written === 'true';
  const isNumber = (type === 'integer' || type === 'decimal') && Number.isFinite(Number(written));
  return isNumber ? Number(written) : written;
}
