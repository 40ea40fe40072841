'use client';

import { useEditor } from '@/components/editor/editor-context';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { unreachable } from '@/lib/base/unreachable';
import { setFields } from '@/lib/model/edits/set-fields';
import { recordOf } from '@/lib/model/model-index';
import type { ExpectationRecord } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import { DeadlineFields } from './deadline-fields';
import { DeliveryFields } from './delivery-fields';
import { FreshnessControl } from './freshness-control';
import { MeasureWeight } from './measure-weight';
import { NumberControl } from './number-control';
import { PatternField } from './pattern-field';
import { ReconcileFields } from './reconcile-fields';
import { RuleCondition } from './rule-condition';
import { ShareControl } from './share-control';
import { UniqueFields } from './unique-fields';
import { useTryEdit } from './use-try-edit';
import { ValuesControl } from './values-control';
import { VolumeFields } from './volume-fields';

const OF = [
  { value: 'rows', label: 'Rows that are there' },
  { value: 'values', label: 'Values filled in' },
] as const;
const WORDS = 'Change what is needed';

type Props = { need: ExpectationRecord; productKey: string; isDisabled: boolean };

/** The numbers, values and conditions of a need, by its rule. */
export function RuleFields({ need, productKey, isDisabled }: Props) {
  const editor = useEditor();
  const tryEdit = useTryEdit();
  const { rule } = need;
  const withRule = (next: ExpectationRule) => (document: Parameters<typeof setFields>[0]) =>
    setFields(document, { kind: 'expectation', id: need.id, fields: { rule: next } });
  const write = (next: ExpectationRule) => editor.edit(WORDS, withRule(next));
  const gesture = { onStart: () => editor.begin(WORDS), onEnd: () => editor.commit(), isDisabled };
  switch (rule.rule) {
    case 'freshness':
      return (
        <FreshnessControl
          minutes={rule.maxMinutes}
          onChange={(maxMinutes) => write({ ...rule, maxMinutes })}
          onTry={(maxMinutes) => tryEdit(maxMinutes === null ? null : withRule({ ...rule, maxMinutes }))}
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
          <MeasureWeight need={need} rule={rule} onChange={write} isDisabled={isDisabled} />
          <RuleCondition need={need} place="when" text={rule.when} productKey={productKey} />
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
      return (
        <ValuesControl
          values={rule.values}
          type={recordOf(editor.get().document, 'attribute', need.onId)?.type ?? null}
          onChange={(values) => write({ ...rule, values })}
          {...gesture}
        />
      );
    case 'deadline':
      return <DeadlineFields rule={rule} onChange={write} {...gesture} />;
    case 'not-null':
      return <RuleCondition need={need} place="when" text={rule.when} productKey={productKey} />;
    case 'unique':
      return <UniqueFields need={need} rule={rule} onChange={write} isDisabled={isDisabled} />;
    case 'pattern':
      return <PatternField regex={rule.regex} onChange={(regex) => write({ ...rule, regex })} {...gesture} />;
    case 'holds':
      return (
        <div className="space-y-2">
          <RuleCondition need={need} place="condition" text={rule.condition} productKey={productKey} />
          <Field label="For at least this share of the rows">
            <ShareControl
              label="For at least this share of the rows"
              share={rule.min ?? 1}
              onChange={(min) => write(holdsOf(rule.condition, min))}
              {...gesture}
            />
          </Field>
        </div>
      );
    case 'reference':
      return (
        <Field label="Rows that may lack their counterpart" hint="0 % means none at all.">
          <ShareControl
            label="Rows that may lack their counterpart"
            share={rule.maxOrphans ?? 0}
            onChange={(maxOrphans) =>
              write(maxOrphans === 0 ? { rule: 'reference' } : { rule: 'reference', maxOrphans })
            }
            {...gesture}
          />
        </Field>
      );
    case 'reconcile':
      return <ReconcileFields rule={rule} onChange={write} {...gesture} />;
    case 'volume':
      return <VolumeFields rule={rule} onChange={write} {...gesture} />;
    case 'delivery':
      return <DeliveryFields rule={rule} onChange={write} {...gesture} />;
    default:
      return unreachable(rule);
  }
}

function rangeOf(min: number | null, max: number | null): ExpectationRule {
  return { rule: 'range', ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
}

function holdsOf(condition: string, min: number): ExpectationRule {
  return { rule: 'holds', condition, ...(min === 1 ? {} : { min }) };
}
