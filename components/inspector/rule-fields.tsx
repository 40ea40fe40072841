'use client';

import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { setFields } from '@/lib/model/edits/set-fields';
import type { ExpectationRecord } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import { FreshnessControl } from './freshness-control';
import { NumberControl } from './number-control';
import { ShareControl } from './share-control';
import { ValuesControl } from './values-control';

const OF = [
  { value: 'rows', label: 'Rows that are there' },
  { value: 'values', label: 'Values filled in' },
] as const;

/** The numbers and values of a need, by its rule. What has none says so; what is not edited here is still shown. */
export function RuleFields({ need, isDisabled }: { need: ExpectationRecord; isDisabled: boolean }) {
  const editor = useEditor();
  const { rule } = need;
  const words = 'Change what is needed';
  const write = (next: ExpectationRule) =>
    editor.edit(words, (document) => setFields(document, { kind: 'expectation', id: need.id, fields: { rule: next } }));
  const gesture = { onStart: () => editor.begin(words), onEnd: () => editor.commit(), isDisabled };
  switch (rule.rule) {
    case 'freshness':
      return (
        <FreshnessControl
          minutes={rule.maxMinutes}
          onChange={(maxMinutes) => write({ ...rule, maxMinutes })}
          {...gesture}
        />
      );
    case 'availability':
      return (
        <ShareControl
          label="Share of the time"
          share={rule.min}
          onChange={(min) => write({ ...rule, min })}
          {...gesture}
        />
      );
    case 'completeness':
      return (
        <div className="space-y-2">
          <Segmented
            label="Complete in what"
            value={rule.of ?? 'rows'}
            onChange={(of) => {
              if (!isDisabled) write({ ...rule, of });
            }}
            options={OF}
          />
          <ShareControl label="At least" share={rule.min} onChange={(min) => write({ ...rule, min })} {...gesture} />
        </div>
      );
    case 'history':
      return (
        <NumberControl
          label="Days back"
          value={rule.days}
          unit="days"
          isWhole
          onChange={(days) => days !== null && write({ ...rule, days })}
          {...gesture}
        />
      );
    case 'range': {
      const numberOf = (bound: typeof rule.min) => (typeof bound === 'number' ? bound : null);
      return (
        <div className="grid grid-cols-2 gap-2">
          <NumberControl
            label="At least"
            value={numberOf(rule.min)}
            onChange={(min) => write(rangeOf(min, numberOf(rule.max)))}
            {...gesture}
          />
          <NumberControl
            label="At most"
            value={numberOf(rule.max)}
            onChange={(max) => write(rangeOf(numberOf(rule.min), max))}
            {...gesture}
          />
        </div>
      );
    }
    case 'in-set':
      return <ValuesControl values={rule.values} onChange={(values) => write({ ...rule, values })} {...gesture} />;
    case 'deadline':
      return (
        <Field label="Ready by" hint={rule.timezone ?? 'In the time zone of the workspace.'}>
          <Input
            type="time"
            value={rule.at}
            readOnly={isDisabled}
            onFocus={gesture.onStart}
            onBlur={gesture.onEnd}
            onChange={(event) => event.target.value !== '' && write({ ...rule, at: event.target.value.slice(0, 5) })}
          />
        </Field>
      );
    default:
      return <p className="text-fg-2 text-sm">There is nothing to set here: the sentence says it all.</p>;
  }
}

function rangeOf(min: number | null, max: number | null): ExpectationRule {
  return { rule: 'range', ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}
