import { isSameUnit, type SaidUnit, type UnitOf, unitOf } from '@/lib/sql/unit-of';
import { ownMeasureOf } from '../base-measures';
import { parsedAt } from '../expressions';
import type { ExpressionPlace, Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import { nameOfRecord } from '../names';
import type { Aggregation, AttributeRecord, MeasureRecord, MetricRecord, ModelDocument } from '../records';
import { ownMeanings, scopeOf } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * A total of euros is in euros, whatever its label says, and euros and dollars do not add up. Warned of are a measure in
 * another unit than what it aggregates, a metric in another unit than its measure, and sums and differences of what is
 * said to be in different units. Where a unit is not said, or a formula may convert, nobody can tell. Copies from other
 * products are compared in the plan, where both owners are known.
 */
export function unitsAgree(document: ModelDocument, { productKey }: ModelSurroundings): Issue[] {
  const { attribute: attributes, measure: measures, metric: metrics } = indexModel(document).byKind;
  if (![...attributes, ...measures, ...metrics].some(({ unit }) => unit !== null)) return [];
  const at = (record: Written) => unitsIn(document, productKey, record);
  return [
    ...attributes.flatMap((attribute) => mixedIn(attribute, at(attribute))),
    ...measures.flatMap((measure) => {
      const found = at(measure);
      const made = KEEPS.includes(measure.aggregation) ? found.unit : null;
      return [...mixedIn(measure, found), ...otherThan(measure, made)];
    }),
    ...metrics.flatMap((metric) => [
      ...mixedIn(metric, at(metric)),
      ...otherThan(metric, measuredUnit(document, productKey, metric)),
    ]),
  ];
}

type Written = AttributeRecord | MeasureRecord | MetricRecord;

const KEEPS: readonly Aggregation[] = ['sum', 'average', 'min', 'max', 'median', 'percentile'];

function unitsIn(document: ModelDocument, productKey: string, record: Written): UnitOf {
  const place: ExpressionPlace = { in: record.kind === 'metric' ? 'formula' : 'expression' };
  const tree = parsedAt(record, place);
  const scope = tree && scopeOf(document, record, place);
  if (!tree || !scope) return { unit: null, mixed: null };
  return unitOf(tree, (column) => {
    const [meaning, ...others] = ownMeanings(document, productKey, scope, column);
    if (!meaning || others.length > 0) return null;
    if (meaning.is === 'attribute') return saidOf(document, recordOf(document, 'attribute', meaning.attributeId));
    const metric = recordOf(document, 'metric', meaning.metricId);
    return saidOf(document, metric) ?? (metric && measuredUnit(document, productKey, metric));
  });
}

function saidOf(document: ModelDocument, record: Written | null): SaidUnit | null {
  return record?.unit ? { name: nameOfRecord(document, record.id), unit: record.unit } : null;
}

/** What the measure of a metric says, or what it aggregates where it says nothing itself. */
function measuredUnit(document: ModelDocument, productKey: string, metric: MetricRecord): SaidUnit | null {
  const measure = ownMeasureOf(document, metric);
  if (!measure) return null;
  const made = KEEPS.includes(measure.aggregation) ? unitsIn(document, productKey, measure).unit : null;
  return saidOf(document, measure) ?? made;
}

function mixedIn(record: Written, { mixed }: UnitOf): Issue[] {
  if (mixed === null) return [];
  const [left, right] = mixed;
  return [{ code: 'units-mixed', severity: 'warning', at: record.id, left, right }];
}

function otherThan(record: MeasureRecord | MetricRecord, from: SaidUnit | null): Issue[] {
  const { unit } = record;
  if (!unit || !from || isSameUnit(unit, from.unit) || isRateOf(unit, from.unit)) return [];
  const put = [{ ...record, unit: from.unit }];
  const fix: Issue['fix'] = { does: { verb: 'set-unit', unit: from.unit }, put, remove: [] };
  return [{ code: 'unit-differs', severity: 'warning', at: record.id, unit, from, fix }];
}

/** "EUR per order" of euros: said more closely, and no other unit. */
function isRateOf(unit: string, of: string): boolean {
  const [counted = ''] = unit.split(/\s*\/\s*|\s+per\s+/);
  return counted !== unit && isSameUnit(counted, of);
}
