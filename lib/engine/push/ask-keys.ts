import { recordOf } from '@/lib/model/model-index';
import type { RecordId, RelationshipEnd } from '@/lib/model/records';
import { manyToOneDirections } from '@/lib/model/references';
import { carryKey, isDeclaredUnique } from '../demand/carry-keys';
import { bit, type CauseSet } from '../demand/demand';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import { becauseOf } from './ask-structure';
import type { AskedRow, Because } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Keys that others stand on. The grain of every needed entity is unique; the "one" side of every used relationship and of
 * every join on a whole grain is unique and keeps its keys. A relationship of the model is carried upstream for as long
 * as its key is copied from one input, and ends where a grouping or an expression makes the key.
 */
export function askKeys(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { demand, consumer, uses } = consumerDemand;
  const asked: AskedRow[] = [];
  for (const ref of demand.order) {
    const needed = demand.entities.get(ref);
    if (!needed?.entity) continue;
    if (needed.product !== demand.consumer && needed.entity.grain.length > 0)
      asked.push(
        uniqueRow(demand.consumer, needed.entity, needed.entity.grain, () =>
          becauseOf(demand, ref, null, needed.causes),
        ),
      );
    for (const { input, causes } of needed.liveInputs) {
      if (!input.pinsGrain || input.kind !== 'entity') continue;
      const one = lineage.entity(input.ref);
      if (!one || one.product === needed.product || one.product === demand.consumer) continue;
      asked.push(
        relationshipRow(demand.consumer, one, one.grain, ref, () => becauseOf(demand, input.ref, null, causes)),
      );
    }
  }
  for (const [id, causes] of uses.relationships) {
    const one = oneEnd(consumerDemand, id);
    if (!one) continue;
    const keys = namesOf(consumerDemand, one.end);
    const many = namesOf(consumerDemand, one.many);
    const own = consumer.entities.get(keys.entity);
    if (own)
      asked.push(...carryOneEnd(lineage, consumerDemand, own, keys.key, `${consumer.key}.${many.entity}`, causes));
  }
  for (const { rule, onId } of Object.values(consumer.model.records).flatMap((record) =>
    record.kind === 'expectation' && record.origin === 'stated' ? [record] : [],
  )) {
    const entity = recordOf(consumer.model, 'entity', onId);
    const own = entity && consumer.entities.get(entity.name);
    if (rule.rule !== 'unique' || !own) continue;
    const key = (rule.attributes ?? entity.grain).flatMap(
      (id) => recordOf(consumer.model, 'attribute', id)?.name ?? [],
    );
    const cause = demand.causes.findIndex(
      (known) => known.kind === 'expectation' && known.name === `unique on ${entity.name}`,
    );
    if (cause >= 0) asked.push(...carryUnique(lineage, consumerDemand, own, key, bit(cause)));
  }
  return asked;
}

function carryOneEnd(
  lineage: Lineage,
  { demand }: ConsumerDemand,
  own: CompiledEntity,
  ownKey: readonly string[],
  from: string,
  causes: CauseSet,
): AskedRow[] {
  const asked: AskedRow[] = [];
  for (let at = carryKey(lineage, own, ownKey); at; at = carryKey(lineage, at.entity, at.key)) {
    const needed = demand.entities.get(at.entity.ref);
    if (!needed) break;
    if (at.entity.product === demand.consumer) continue;
    const because = () => becauseAlong(demand, at.entity.ref, at.key[0] ?? null, causes);
    asked.push(relationshipRow(demand.consumer, at.entity, at.key, from, because));
    asked.push(uniqueRow(demand.consumer, at.entity, at.key, because));
  }
  return asked;
}

function carryUnique(
  lineage: Lineage,
  { demand }: ConsumerDemand,
  own: CompiledEntity,
  ownKey: readonly string[],
  causes: CauseSet,
): AskedRow[] {
  const asked: AskedRow[] = [];
  let below = own;
  for (let at = carryKey(lineage, own, ownKey); at; at = carryKey(lineage, at.entity, at.key)) {
    if (!keepsUnique(below, at.input)) break;
    below = at.entity;
    if (at.entity.product === demand.consumer || !demand.entities.has(at.entity.ref)) continue;
    const because = () => becauseAlong(demand, at.entity.ref, at.key[0] ?? null, causes);
    asked.push(uniqueRow(demand.consumer, at.entity, at.key, because));
  }
  return asked;
}

/** What no two rows share before is shared by none after, unless it was looked up or a join may find several rows. */
function keepsUnique({ derivation }: CompiledEntity, input: CompiledInput): boolean {
  return (
    input.join === 'from' && (derivation?.inputs ?? []).every(({ join, pinsGrain }) => join === 'from' || pinsGrain)
  );
}

/** A carried key may be needed for more reasons than what carries it; only its own are told. */
export function becauseAlong(
  demand: ConsumerDemand['demand'],
  ref: string,
  attribute: string | null,
  causes: CauseSet,
): Cause[] {
  const known = demand.entities.get(ref)?.attributes.get(attribute ?? '')?.causes ?? 0n;
  return becauseOf(demand, ref, attribute, causes & known);
}

function uniqueRow(consumer: string, entity: CompiledEntity, key: readonly string[], because: Because): AskedRow {
  const rule = [...key].sort().join(', ');
  const value = { keys: [...key].sort(), duplicates: 0 };
  return {
    consumer,
    product: entity.product,
    target: entity.name,
    kind: 'uniqueness',
    rule,
    role: null,
    value,
    hard: true,
    because,
  };
}

function relationshipRow(
  consumer: string,
  one: CompiledEntity,
  key: readonly string[],
  from: string,
  because: Because,
): AskedRow {
  const value = { keys: [...key], from, cardinality: 'many-to-one' };
  const rule = `${key.join(', ')} from ${from}`;
  return { consumer, product: one.product, target: one.name, kind: 'relationship', rule, role: null, value, because };
}

/** The two ends of a relationship by their part in it; null while its cardinality is not stated. */
export function oneEnd(
  { consumer }: ConsumerDemand,
  id: RecordId,
): { end: RelationshipEnd; many: RelationshipEnd } | null {
  const relationship = recordOf(consumer.model, 'relationship', id);
  if (!relationship) return null;
  const [direction] = manyToOneDirections(relationship);
  if (!direction) return null;
  return direction === 'forward'
    ? { end: relationship.to, many: relationship.from }
    : { end: relationship.from, many: relationship.to };
}

export function namesOf({ consumer }: ConsumerDemand, end: RelationshipEnd): { entity: string; key: string[] } {
  return {
    entity: recordOf(consumer.model, 'entity', end.entityId)?.name ?? '',
    key: end.attributeIds.flatMap((attributeId) => recordOf(consumer.model, 'attribute', attributeId)?.name ?? []),
  };
}

/** Does what is offered already rule out duplicates? A declared grain or group key does; a table's statistics may. */
export function offersUnique(
  lineage: Lineage,
  entity: CompiledEntity,
  key: readonly string[],
): 'yes' | 'no' | 'unknown' {
  const from = entity.derivation?.inputs[0];
  const table = from?.kind === 'table' ? lineage.table(from.ref)?.table : undefined;
  const [only] = key;
  if (table && key.length === 1 && only !== undefined) {
    const tree = entity.attributes.get(only)?.tree;
    const column = tree?.kind === 'column' ? table.columns.find(({ name }) => name === tree.name) : undefined;
    const isWhole = (entity.derivation?.inputs.length ?? 0) === 1 && entity.derivation?.where === null;
    const isGrouped = (entity.derivation?.groupBy.length ?? 0) > 0;
    if (isWhole && !isGrouped && column?.distinct !== null && column?.distinct !== undefined)
      return column.distinct < table.rows - column.nulls ? 'no' : 'yes';
  }
  return isDeclaredUnique(entity, key) ? 'yes' : 'unknown';
}
