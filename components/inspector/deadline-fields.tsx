import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { RuleGesture, RuleOf } from './rule-gesture';

type Rule = RuleOf<'deadline'>;
const DAYS = [
  { value: '0', label: 'the same day' },
  { value: '1', label: 'the day after' },
  { value: '2', label: 'two days later' },
  { value: '-1', label: 'the day before' },
];

export function DeadlineFields({ rule, onChange, onStart, onEnd, isDisabled }: RuleGesture & { rule: Rule }) {
  const day = String(rule.dayOffset ?? 0);
  const write = ({ at, dayOffset, timezone }: Omit<Rule, 'rule'>) =>
    onChange({ rule: 'deadline', at, ...(dayOffset ? { dayOffset } : {}), ...(timezone ? { timezone } : {}) });
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="Ready by">
        <Input
          type="time"
          value={rule.at}
          readOnly={isDisabled}
          onFocus={onStart}
          onBlur={onEnd}
          onChange={(event) => event.target.value !== '' && write({ ...rule, at: event.target.value.slice(0, 5) })}
        />
      </Field>
      <Field label="On">
        <Select
          value={day}
          onChange={(value) => write({ ...rule, dayOffset: Number(value) })}
          options={DAYS.some(({ value }) => value === day) ? DAYS : [...DAYS, { value: day, label: `day ${day}` }]}
          isDisabled={isDisabled}
        />
      </Field>
      <Field label="Time zone" hint="Empty means that of the workspace." className="col-span-2">
        <Input
          value={rule.timezone ?? ''}
          placeholder="America/Sao_Paulo"
          readOnly={isDisabled}
          onFocus={onStart}
          onBlur={onEnd}
          onChange={(event) => write({ ...rule, timezone: event.target.value.trim() })}
        />
      </Field>
    </div>
  );
}
