import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { PERIODS } from '@/lib/model/rule';

type Props = {
  label: string;
  /** What it means that no period is chosen. */
  none: string;
  value: string | null;
  onChange: (period: string | null) => void;
  isDisabled: boolean;
};

const NONE = 'none';

/** Per day, week or month, or over everything. A period that was written elsewhere is shown as it is. */
export function PeriodChoice({ label, none, value, onChange, isDisabled }: Props) {
  const periods = PERIODS.some((period) => period === value) || value === null ? PERIODS : [value, ...PERIODS];
  return (
    <Field label={label}>
      <Select
        value={value ?? NONE}
        onChange={(period) => onChange(period === NONE ? null : period)}
        options={[
          { value: NONE, label: none },
          ...periods.map((period) => ({ value: period, label: `per ${period}` })),
        ]}
        isDisabled={isDisabled}
      />
    </Field>
  );
}
