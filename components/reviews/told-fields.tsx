'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';

type Props = { label: string; value: string; error: string | null; onChange: (value: string) => void };

export function WordsField({
  label,
  value,
  error,
  onChange,
  placeholder,
  hint,
}: Props & { placeholder: string; hint?: string | undefined }) {
  return (
    <Field label={label} error={error} hint={hint}>
      <Textarea
        value={value}
        onChange={(event) => onChange(event.target.value)}
        maxLength={2000}
        placeholder={placeholder}
      />
    </Field>
  );
}

export function DayField({ label, value, error, onChange }: Props) {
  return (
    <Field label={label} error={error} className="w-44">
      <Input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
