import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { EntityOptions } from '@/lib/api/provide';
import type { Mapping } from './use-entity-provision';

const NOT_THERE = ' ';
type Props = { mapping: Mapping; options: EntityOptions; onChange: (mapping: Mapping) => void };

/** What one row is, and each wished field beside what it is called at the input. */
export function ProvideFields({ mapping, options, onChange }: Props) {
  const { input, grain, fields } = mapping;
  const isTable = input.isTable;
  const keys = [...new Set([...input.grain, ...Object.values(fields).flatMap((name) => name ?? [])])];
  const labels = new Map(input.attributes.map(({ name, label }) => [name, label]));
  const nowhere = isTable ? 'Not in this table: left out for now' : `Not there yet: ask ${input.from}`;
  return (
    <div className="grid gap-3 rounded-md border bg-surface p-3">
      <fieldset>
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">One row per</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1.5">
          {keys.map((name) => (
            <Checkbox
              key={name}
              label={labels.get(name) ?? name}
              checked={grain.includes(name)}
              onChange={(isOn) =>
                onChange({ ...mapping, grain: isOn ? [...grain, name] : grain.filter((one) => one !== name) })
              }
            />
          ))}
        </div>
        {grain.length === 0 && <p className="mt-1 text-warn text-xs">Choose at least one: it tells rows apart.</p>}
      </fieldset>
      <fieldset>
        <legend className="mb-1.5 font-medium text-fg-2 text-xs">Its fields</legend>
        <ul className="space-y-1.5">
          {options.fields.map(({ name, label, type, unit }) => (
            <li key={name} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-2">
              <span className="min-w-0 truncate text-sm">
                {label}
                <span className="ml-1.5 text-fg-3 text-xs">{unit === null ? type : `${type}, ${unit}`}</span>
              </span>
              <Select
                label={`${label} is`}
                value={fields[name] ?? NOT_THERE}
                onChange={(of) => onChange({ ...mapping, fields: { ...fields, [name]: of === NOT_THERE ? null : of } })}
                options={[
                  ...input.attributes.map((one) => ({ value: one.name, label: one.label, hint: one.type })),
                  { value: NOT_THERE, label: nowhere },
                ]}
              />
            </li>
          ))}
        </ul>
      </fieldset>
    </div>
  );
}
