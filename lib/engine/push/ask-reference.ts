import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { Classification, RecordId } from '@/lib/model/records';
import { quoteName } from '@/lib/sql/quote-name';
import { bit, type CauseSet } from '../demand/demand';
import { type PlacedReference, placeReference } from '../demand/place-reference';
import { type Lineage, policyApplies } from '../lineage/lineage';
import type { Requirement } from '../plan';
import { roundOff } from '../round-off';
import { findTableColumn } from '../supply/find-table-column';
import { becauseAlong, namesOf, oneEnd } from './ask-keys';
import type { AskedChecks } from './asked-checks';
import type { AskedRow, Because } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

const GENERATED = 'rows that find none would drop out';

/**
 * One check per relationship that is used: how many rows may find no counterpart. As many as is stated, by the model or a
 * house rule; none where nothing is, unless the relationship is optional or only some of the counterparts are asked for:
 * then what finds none may well have one that nobody needs.
 */
export function askReferences(
  lineage: Lineage,
  consumerDemand: ConsumerDemand,
  classified: ReadonlyMap<string, Classification>,
): AskedChecks {
  const { consumer, demand, uses, rows } = consumerDemand;
  const isWhole = (ref: string) => (rows.get(ref) ?? null) === null;
  const asked: AskedChecks = { rows: [], checks: [] };
  for (const [id, causes] of uses.relationships) {
    const ends = oneEnd(consumerDemand, id);
    const many = ends && namesOf(consumerDemand, ends.many);
    const one = ends && namesOf(consumerDemand, ends.end);
    const from = many && consumer.entities.get(many.entity);
    const to = one && consumer.entities.get(one.entity);
    if (!from || !to) continue;
    const stated = statedFor(consumerDemand, id);
    const isUsual = stated.length === 0 && !(recordOf(consumer.model, 'relationship', id)?.optional ?? false);
    const isAsked = stated.length > 0 || (isUsual && isWhole(to.ref));
    const placed = placeReference(lineage, demand, { entity: from, key: many.key }, { entity: to, key: one.key });
    const isSure = placed?.strength === 'exact' || placed?.strength === 'sufficient';
    if (isAsked && !isSure)
      asked.checks.push({ on: many.entity, rule: 'reference', check: foundIn(many, one), ...HERE });
    if (!placed) continue;
    const because = (set: CauseSet) => becauseAlong(demand, placed.many.entity.ref, placed.many.key[0] ?? null, set);
    for (const { maxOrphans, set } of stated)
      asked.rows.push(rowOf(consumer.key, placed, maxOrphans, () => because(set)));
    if (isUsual && (isAsked || (isSure && isWhole(placed.one.entity.ref))))
      asked.rows.push(
        rowOf(consumer.key, placed, 0, () => because(causes).map((cause) => ({ ...cause, generated: GENERATED }))),
      );
    for (const { maxOrphans, policy } of houseRulesFor(lineage, placed, classified)) {
      const path = [`${placed.many.entity.product}:${placed.many.entity.name}`];
      asked.rows.push(rowOf(null, placed, maxOrphans, [{ consumer: consumer.key, metric: null, policy, path }]));
    }
  }
  return asked;
}

const HERE = { strength: 'exact' as const, why: 'both sides meet here first, or rows are lost on the way here' };

/** A missing key refers to nothing and is no orphan. */
function foundIn(many: { key: string[] }, one: { entity: string; key: string[] }): string {
  const list = (names: readonly string[]) => names.map(quoteName).join(', ');
  const keys = many.key.length === 1 ? list(many.key) : `(${list(many.key)})`;
  return `${keys} in (select ${list(one.key)} from ${quoteName(one.entity)})`;
}

function rowOf(consumer: string | null, placed: PlacedReference, maxOrphans: number, because: Because): AskedRow {
  const { many, one, strength } = placed;
  const why =
    strength === 'necessary'
      ? 'Rows are lost further downstream, so this only warns early; the check downstream stays.'
      : undefined;
  return {
    consumer,
    product: many.entity.product,
    target: many.entity.name,
    kind: 'reference',
    rule: `${many.key.join(', ')} → ${one.entity.name}`,
    role: null,
    value: { keys: [...many.key], to: one.entity.name, maxOrphans },
    approximate: strength === 'necessary' || (maxOrphans > 0 && strength === 'sufficient'),
    placement: why === undefined ? { strength } : { strength, why },
    because,
  };
}

function statedFor({ consumer, demand }: ConsumerDemand, relationshipId: RecordId) {
  return indexModel(consumer.model).byKind.expectation.flatMap(({ id, rule, onId, origin }) => {
    if (rule.rule !== 'reference' || onId !== relationshipId || origin !== 'stated') return [];
    const name = nameOfRecord(consumer.model, id);
    const cause = demand.causes.findIndex((known) => known.kind === 'expectation' && known.name === name);
    return cause < 0 ? [] : [{ maxOrphans: rule.maxOrphans ?? 0, set: bit(cause) }];
  });
}

function houseRulesFor(
  lineage: Lineage,
  { many }: PlacedReference,
  classified: ReadonlyMap<string, Classification>,
): { maxOrphans: number; policy: string }[] {
  const product = lineage.product(many.entity.product)?.product;
  const own = many.key.flatMap((name) => classified.get(`${many.entity.ref}.${name}`) ?? []);
  return lineage.snapshot.policies.flatMap((policy) => {
    const { classification } = policy.applies;
    const speaks = classification === undefined || own.some((one) => classification.includes(one));
    if (!product || !speaks || !policyApplies(policy, product)) return [];
    return policy.requires.flatMap((rule) =>
      rule.rule === 'reference' ? [{ maxOrphans: rule.maxOrphans ?? 0, policy: policy.key }] : [],
    );
  });
}

/**
 * More distinct keys on the "many" side than on the "one" side are orphans for certain, as many at least. Beyond that
 * statistics say nothing; what the owner's own model says of the same relationship is its promise.
 */
export function judgeReference(lineage: Lineage, row: AskedRow): Pick<Requirement, 'verdict' | 'supply' | 'slack'> {
  const { keys, to, maxOrphans } = readReference(row);
  const many = lineage.entity(`${row.product}.${row.target}`);
  const one = lineage.entity(`${row.product}.${to}`);
  const certain = many && one && keys.length === 1 ? certainOrphans(lineage, many, keys[0] ?? '', one) : 0;
  if (certain > maxOrphans)
    return { verdict: 'conflict', supply: { maxOrphans: certain }, slack: roundOff(maxOrphans - certain) };
  const promised = promisedOrphans(lineage, row, keys, to);
  if (promised === null) return { verdict: 'missing', supply: null, slack: null };
  const slack = roundOff(maxOrphans - promised);
  return { verdict: slack >= 0 ? 'met' : 'tighten', supply: { maxOrphans: promised }, slack };
}

type Entity = NonNullable<ReturnType<Lineage['entity']>>;

function certainOrphans(lineage: Lineage, many: Entity, key: string, one: Entity): number {
  const [only = '', ...others] = one.grain;
  const from = findTableColumn(lineage, many, key);
  const to = others.length === 0 ? findTableColumn(lineage, one, only) : null;
  const missing = (from?.column.distinct ?? 0) - (to?.column.distinct ?? to?.table.rows ?? Number.POSITIVE_INFINITY);
  return from && missing > 0 ? roundOff(missing / from.table.rows) : 0;
}

function promisedOrphans(lineage: Lineage, row: AskedRow, keys: readonly string[], to: string): number | null {
  const model = lineage.product(row.product)?.model;
  if (!model) return null;
  const nameOf = (id: RecordId) => recordOf(model, 'attribute', id)?.name ?? '';
  const found = indexModel(model).byKind.relationship.flatMap((relationship) => {
    const { from, to: end, cardinality } = relationship;
    const [many, one] = cardinality === 'one-to-many' ? [end, from] : [from, end];
    const isIt =
      recordOf(model, 'entity', many.entityId)?.name === row.target &&
      recordOf(model, 'entity', one.entityId)?.name === to &&
      many.attributeIds.map(nameOf).join() === keys.join();
    if (!isIt || cardinality === null) return [];
    const stated = indexModel(model).byKind.expectation.flatMap(({ rule, onId, origin }) =>
      rule.rule === 'reference' && onId === relationship.id && origin === 'stated' ? [rule.maxOrphans ?? 0] : [],
    );
    if (stated.length > 0) return stated;
    return relationship.optional ? [] : [0];
  });
  return found.length === 0 ? null : Math.min(...found);
}

export function readReference({ value }: Pick<AskedRow, 'value'>): { keys: string[]; to: string; maxOrphans: number } {
  const said = value !== null && typeof value === 'object' ? value : {};
  const keys = Array.isArray(said.keys) ? said.keys.map(String) : [];
  return { keys, to: String(said.to ?? ''), maxOrphans: Number(said.maxOrphans ?? 0) };
}
