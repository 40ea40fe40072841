import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { RuleGesture, RuleOf } from './rule-gesture';

type Rule = RuleOf<'delivery'>;
const MODES = [
  { value: 'batch', label: 'Batch' },
  { value: 'stream', label: 'Every event' },
  { value: 'api', label: 'API' },
  { value: 'sql', label: 'SQL' },
] as const;

export function DeliveryFields({ rule, onChange, onStart, onEnd, isDisabled }: RuleGesture & { rule: Rule }) {
  const { format: _, ...plain } = rule;
  return (
    <div className="space-y-2">
      <Segmented
        label="How it is delivered"
        value={rule.mode}
        onChange={(mode) => {
          if (!isDisabled) onChange({ ...rule, mode });
        }}
        options={MODES}
        className="w-full [&>button]:flex-1 [&>button]:justify-center [&>button]:text-xs"
      />
      <Field label="Format" hint="Empty where any will do.">
        <Input
          value={rule.format ?? ''}
          placeholder="parquet"
          readOnly={isDisabled}
          onFocus={onStart}
          onBlur={onEnd}
          onChange={(event) => {
            const format = event.target.value.trim();
            onChange(format === '' ? plain : { ...rule, format });
          }}
        />
      </Field>
    </div>
  );
}
