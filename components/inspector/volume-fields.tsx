import { NumberControl } from './number-control';
import { PeriodChoice } from './period-choice';
import type { RuleGesture, RuleOf } from './rule-gesture';

type Rule = RuleOf<'volume'>;

export function VolumeFields({ rule, onChange, ...gesture }: RuleGesture & { rule: Rule }) {
  const write = (min: number | null, max: number | null, per: string | null) =>
    onChange({
      rule: 'volume',
      ...(min === null || min < 0 ? {} : { min }),
      ...(max === null || max < 0 ? {} : { max }),
      ...(per === null ? {} : { per }),
    });
  const [min, max, per] = [rule.min ?? null, rule.max ?? null, rule.per ?? null];
  return (
    <div className="grid grid-cols-2 gap-2">
      <NumberControl label="At least" value={min} unit="rows" onChange={(next) => write(next, max, per)} {...gesture} />
      <NumberControl label="At most" value={max} unit="rows" onChange={(next) => write(min, next, per)} {...gesture} />
      <PeriodChoice
        label="Counted"
        none="in all"
        value={per}
        onChange={(next) => write(min, max, next)}
        isDisabled={gesture.isDisabled}
      />
    </div>
  );
}
