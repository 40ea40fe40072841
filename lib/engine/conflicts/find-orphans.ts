import { describeShare } from '@/lib/base/describe-share';
import { groupDigits } from '@/lib/base/group-digits';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId, RelationshipRecord } from '@/lib/model/records';
import { type PlacedReference, placeReference } from '../demand/place-reference';
import { namesOf, oneEnd } from '../push/ask-keys';
import { roundOff } from '../round-off';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';
import { type TracedColumn, traceColumn } from './trace-column';

/**
 * A line of the consumer's model along which rows surely find no counterpart today: the side that refers holds more
 * different keys than there are on the other. Only where both keys are plain copies of counted columns, row for row. It
 * cannot be had where it is stated, or where the owner's own check says the same; else it is a thing to look at.
 */
export function findOrphans(facts: OwnFacts): FoundConflict[] {
  const { demand, names } = facts;
  const { consumer, uses } = demand;
  return [...uses.relationships].flatMap(([id, causes]): FoundConflict[] => {
    const line = recordOf(consumer.model, 'relationship', id);
    const stated = statedOn(consumer.model, id);
    if (!line || (line.optional && stated.length === 0)) return [];
    const ends = endsOf(facts, id);
    if (!ends) return [];
    const { from, to, orphans, rows } = ends;
    const share = roundOff(orphans / rows);
    const allowed = Math.min(...stated.map(({ maxOrphans }) => maxOrphans));
    const [at, other] = [from.through.at(-1)?.product, to.through.at(-1)?.product];
    if (share <= (stated.length > 0 ? allowed : 0) || at === undefined || other === undefined) return [];
    if (at === consumer.key) return [];
    const isPlacedThere = ends.placed?.many.entity.product === at && ends.placed.strength !== 'necessary';
    const [many, one] = [names.target(consumer.key, ends.many), names.target(consumer.key, ends.one)];
    const wanted =
      stated.length > 0 && allowed > 0
        ? `all but ${describeShare(allowed)} of ${many} to find their ${one}`
        : `every ${many} to find its ${one}`;
    const by = names.target(consumer.key, `${ends.many}.${ends.key}`).split(' › ').at(-1) ?? ends.key;
    const keys = `${by} has ${groupDigits(from.column.distinct ?? 0)} different values in ${names.product(at)} and ${names.product(other)} knows only ${groupDigits(countOfKeys(to))}`;
    return [
      {
        code: 'statistics',
        consumer: consumer.key,
        at,
        target: targetOf(ends),
        ...(stated.length > 0 || isPlacedThere ? {} : { severity: 'warning' as const }),
        products: [...new Set([at, other])],
        path: from.through.map(({ ref }) => ref),
        numbers: { rows, orphans, share, distinct: from.column.distinct, keys: countOfKeys(to) },
        words: `${names.product(consumer.key)} needs ${wanted}, but ${keys}: at least ${groupDigits(orphans)} of ${groupDigits(rows)} find none. ${ownedBy(names, at, other)}`,
        propose: () => [
          ...(stated.length === 0 ? [asOptional(facts, line, [many, one])] : lessStrict(facts, stated, share)),
          ...loseMetrics(facts, metricsBehind(demand.demand, causes)),
        ],
      },
    ];
  });
}

type Ends = {
  many: string;
  one: string;
  key: string;
  from: TracedColumn;
  to: TracedColumn;
  placed: PlacedReference | null;
  rows: number;
  /** At least so many rows of the "many" side. */
  orphans: number;
};

/** Null where nothing is counted, or the counts leave room for everybody. */
function endsOf({ lineage, demand }: OwnFacts, id: RecordId): Ends | null {
  const { consumer } = demand;
  const ends = oneEnd(demand, id);
  const many = ends && namesOf(demand, ends.many);
  const one = ends && namesOf(demand, ends.end);
  const [key, toKey] = [many?.key[0], one?.key[0]];
  if (!many || !one || many.key.length !== 1 || key === undefined || toKey === undefined) return null;
  const [manyEntity, oneEntity] = [consumer.entities.get(many.entity), consumer.entities.get(one.entity)];
  const from = manyEntity && traceColumn(lineage, manyEntity, key);
  const to = oneEntity && traceColumn(lineage, oneEntity, toKey);
  if (!from || !to || from.column.distinct === null) return null;
  const orphans = from.column.distinct - countOfKeys(to);
  const rows = from.table.rows;
  if (orphans <= 0 || rows === 0) return null;
  const placed = placeReference(
    lineage,
    demand.demand,
    { entity: manyEntity, key: many.key },
    { entity: oneEntity, key: one.key },
  );
  return { many: many.entity, one: one.entity, key, from, to, placed, rows, orphans };
}

function countOfKeys({ table, column }: TracedColumn): number {
  return column.distinct ?? table.rows - column.nulls;
}

/** As the row of the check is called where there is one. */
function targetOf({ placed, many, one, key }: Ends): string {
  if (!placed) return `${many}.${key} → ${one}`;
  return `${placed.many.entity.name} ${placed.many.key.join(', ')} → ${placed.one.entity.name}`;
}

type Stated = { name: string; maxOrphans: number };

function statedOn(model: ModelDocument, id: RecordId): Stated[] {
  return indexModel(model).byKind.expectation.flatMap(({ id: own, rule, onId, origin }) =>
    rule.rule === 'reference' && onId === id && origin === 'stated'
      ? [{ name: nameOfRecord(model, own), maxOrphans: rule.maxOrphans ?? 0 }]
      : [],
  );
}

function asOptional({ demand }: OwnFacts, line: RelationshipRecord, [many, one]: [string, string]): Proposal {
  return {
    words: `Say that not every ${many} has its ${one}.`,
    change: {
      schedules: [],
      records: [{ product: demand.consumer.key, put: [{ ...line, optional: true }], remove: [] }],
    },
  };
}

function lessStrict({ demand }: OwnFacts, stated: readonly Stated[], share: number): Proposal[] {
  const { key } = demand.consumer;
  const maxOrphans = Math.ceil(share * 10_000) / 10_000;
  const needs = stated.map(({ name }) => ({ consumer: key, expectation: name }));
  return [
    {
      words: `Be content with ${describeShare(maxOrphans)} that may find none.`,
      change: { schedules: [], needs: needs.map((need) => ({ ...need, rule: { rule: 'reference', maxOrphans } })) },
    },
    {
      words: 'Take the need back.',
      change: { schedules: [], needs: needs.map((need) => ({ ...need, rule: null })) },
      loses: stated.map(({ name }) => name),
    },
  ];
}
