import { describeShare } from '@/lib/base/describe-share';
import { groupDigits } from '@/lib/base/group-digits';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { describeValues } from './describe-values';
import { ownedBy } from './owned-by';
import { type TracedColumn, traceColumn } from './trace-column';

type Contradiction = {
  numbers: Record<string, unknown>;
  /** What is needed, and what the statistics say: two halves of a sentence. */
  needs: string;
  is: string;
  /** The rule that what is there today would keep; null when there is none between. */
  kept: ExpectationRecord['rule'] | null;
  keptWords: string;
};

/**
 * Statistics of the source say today that a stated need does not hold: empty values against completeness, repeated ones
 * against uniqueness, more different values than a list has, too few rows or too many. Only where the rows are the table's own, so that the count
 * of the table is the count of what is needed; a need for some rows only is left alone.
 */
export function findContradictedNeeds(facts: OwnFacts): FoundConflict[] {
  const { demand, names, lineage } = facts;
  const { consumer } = demand;
  return indexModel(consumer.model).byKind.expectation.flatMap((record): FoundConflict[] => {
    const attribute = recordOf(consumer.model, 'attribute', record.onId);
    const entity = recordOf(consumer.model, 'entity', attribute ? attribute.entityId : record.onId);
    const compiled = entity && consumer.entities.get(entity.name);
    // Of rows, whatever tells them apart is as good as any other field.
    const name = attribute ? attribute.name : compiled?.grain[0];
    if (record.origin !== 'stated' || !entity || !compiled || name === undefined) return [];
    const traced = traceColumn(lineage, compiled, name);
    if (!traced || traced.table.rows === 0) return [];
    const contradiction = attribute ? contradict(record, traced) : contradictRows(record, traced);
    const last = traced.through.at(-1);
    if (!contradiction || !last || last.product === consumer.key) return [];
    const target = nameOfRecord(consumer.model, attribute ? attribute.id : entity.id);
    const label = names.target(consumer.key, target);
    const { numbers, needs, is } = contradiction;
    const products = [...new Set(traced.through.map(({ product }) => product))];
    return [
      {
        code: 'statistics',
        consumer: consumer.key,
        at: last.product,
        target,
        products,
        path: traced.through.map(({ ref }) => ref),
        numbers: {
          ...(attribute ? { column: `${traced.source}.${traced.table.name}.${traced.column.name}` } : {}),
          rows: traced.table.rows,
          ...numbers,
        },
        words: `${names.product(consumer.key)} needs ${label} ${needs}, but ${is} in ${names.product(last.product)} today. ${ownedBy(names, last.product)}`,
        propose: () => proposals(facts, record, contradiction),
      },
    ];
  });
}

function contradict({ rule }: ExpectationRecord, { table, column }: TracedColumn): Contradiction | null {
  const { rows } = table;
  const { nulls, distinct } = column;
  const share = 1 - nulls / rows;
  const empty = `${groupDigits(nulls)} of ${groupDigits(rows)} are empty`;
  switch (rule.rule) {
    case 'completeness': {
      if (rule.of !== 'values' || rule.when !== undefined || rule.weight !== undefined || share >= rule.min)
        return null;
      const kept = Math.floor(share * 10_000) / 10_000;
      return {
        numbers: { nulls, share, min: rule.min },
        needs: `filled in ${describeShare(rule.min)} of the rows`,
        is: empty,
        kept: { ...rule, min: kept },
        keptWords: `Be content with ${describeShare(kept)}, which is what there is.`,
      };
    }
    case 'not-null':
      if (rule.when !== undefined || nulls === 0) return null;
      return { numbers: { nulls, share }, needs: 'filled in always', is: empty, kept: null, keptWords: '' };
    case 'unique': {
      if ((rule.attributes ?? []).length > 1 || distinct === null || distinct >= rows - nulls) return null;
      const is = `${groupDigits(rows - nulls)} rows hold only ${groupDigits(distinct)} different values`;
      return { numbers: { nulls, distinct }, needs: 'different in every row', is, kept: null, keptWords: '' };
    }
    case 'in-set': {
      const values = new Set(rule.values).size;
      if (distinct === null || distinct <= values) return null;
      const is = `there are ${groupDigits(distinct)} different values`;
      return { numbers: { distinct, values }, needs: `to be ${describeValues(rule)}`, is, kept: null, keptWords: '' };
    }
    default:
      return null;
  }
}

/** More or fewer rows than the table holds, of what has its very rows. */
function contradictRows({ rule }: ExpectationRecord, { table: { rows } }: TracedColumn): Contradiction | null {
  if (rule.rule !== 'volume' || rule.per !== undefined) return null;
  const isFew = rule.min !== undefined && rows < rule.min;
  const isMany = rule.max !== undefined && rows > rule.max;
  if (!isFew && !isMany) return null;
  const { min = rows, max } = rule;
  return {
    numbers: { min: rule.min ?? null, max: max ?? null },
    needs: `to have ${isFew ? `at least ${groupDigits(min)}` : `at most ${groupDigits(max ?? rows)}`} rows`,
    is: `there are ${groupDigits(rows)}`,
    kept: { ...rule, ...(isFew ? { min: rows } : { max: rows }) },
    keptWords: `Be content with ${groupDigits(rows)} rows, which is what there is.`,
  };
}

function proposals({ demand }: OwnFacts, record: ExpectationRecord, { kept, keptWords }: Contradiction): Proposal[] {
  const { key, model } = demand.consumer;
  const product = { product: key };
  const less = kept && { ...record, rule: kept };
  return [
    ...(less
      ? [{ words: keptWords, change: { schedules: [], records: [{ ...product, put: [less], remove: [] }] } }]
      : []),
    {
      words: 'Take the need back.',
      change: { schedules: [], records: [{ ...product, put: [], remove: [record.id] }] },
      loses: [nameOfRecord(model, record.id)],
    },
  ];
}
