import { nameIn } from '@/lib/model/input-ref';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { measuredRoots } from '../push/measured-roots';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { type Contradiction, contradictLeast, contradictRows, contradictValues } from './contradict';
import { mostRows } from './most-rows';
import { ownedBy } from './owned-by';
import { traceColumn } from './trace-column';

/**
 * Statistics of the source say today that a stated need does not hold: empty values against completeness, repeated ones
 * against uniqueness, more different values than a list has, too few rows or too many. Only where the rows are the table's
 * own, so that the count of the table is the count of what is needed, or where they are some of its rows and more are needed
 * than it has; a need for some rows only is left alone.
 */
export function findContradictedNeeds(facts: OwnFacts): FoundConflict[] {
  const { demand, names, lineage } = facts;
  const { consumer } = demand;
  return indexModel(consumer.model).byKind.expectation.flatMap((record): FoundConflict[] => {
    const attribute = recordOf(consumer.model, 'attribute', record.onId);
    const metric = recordOf(consumer.model, 'metric', record.onId);
    // Of a number, the rows it counts; where those are some of them, only too few can be told.
    const [counted] = metric && record.rule.rule === 'volume' ? measuredRoots(demand, metric.id) : [];
    const entity = counted
      ? { name: nameIn(counted.ref) }
      : recordOf(consumer.model, 'entity', attribute ? attribute.entityId : record.onId);
    const compiled = entity && consumer.entities.get(entity.name);
    // Of rows, whatever tells them apart is as good as any other field.
    const name = attribute ? attribute.name : compiled?.grain[0];
    if (record.origin !== 'stated' || !entity || !compiled || name === undefined) return [];
    const own = counted?.isFiltered ? null : traceColumn(lineage, compiled, name);
    const traced = own ?? (attribute ? null : mostRows(lineage, compiled));
    if (!traced || traced.table.rows === 0) return [];
    const told = own && (attribute ? contradictValues(record.rule, own) : contradictRows(record.rule, own));
    const contradiction = told ?? (attribute ? null : contradictLeast(record.rule, traced));
    const last = traced.through.at(-1);
    if (!contradiction || !last || last.product === consumer.key) return [];
    const target = nameOfRecord(consumer.model, record.onId);
    const label = metric ? names.metric(consumer.key, metric.name) : names.target(consumer.key, target);
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
          ...(attribute && own ? { column: `${own.source}.${own.table.name}.${own.column.name}` } : {}),
          rows: traced.table.rows,
          ...numbers,
        },
        words: `${names.product(consumer.key)} needs ${label} ${needs}, but ${is} in ${names.product(last.product)} today. ${ownedBy(names, last.product)}`,
        propose: () => proposals(facts, record, contradiction),
      },
    ];
  });
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
