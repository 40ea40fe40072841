import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { RecordId, RelationshipEnd } from '@/lib/model/records';
import { manyToOneDirections } from '@/lib/model/references';
import { carryKey, isDeclaredUnique } from '../demand/carry-keys';
import { bit, type CauseSet } from '../demand/demand';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { type PlacedKey, stepKey } from '../placement/place-key';
import type { Strength } from '../placement/placement';
import type { Cause } from '../plan';
import { becauseOf } from './ask-structure';
import type { AskedRow, Because } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Keys that others stand on. The grain of every needed entity is unique; the "one" side of every used relationship and of
 * every join on a whole grain is unique and keeps its keys. A relationship of the model is carried upstream for as long
 * as its key is copied from the rows themselves, and ends where a grouping, an expression or a look-up makes the key.
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
  for (const { id, rule, onId, origin } of indexModel(consumer.model).byKind.expectation) {
    if (rule.rule !== 'unique' || origin !== 'stated') continue;
    const attribute = recordOf(consumer.model, 'attribute', onId);
    const entity = recordOf(consumer.model, 'entity', attribute?.entityId ?? onId);
    const own = entity && consumer.entities.get(entity.name);
    if (!own) continue;
    const ids = rule.attributes ?? (attribute ? [attribute.id] : entity.grain);
    const key = ids.flatMap((one) => recordOf(consumer.model, 'attribute', one)?.name ?? []);
    const name = nameOfRecord(consumer.model, id);
    const cause = demand.causes.findIndex((known) => known.kind === 'expectation' && known.name === name);
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
  const isCopied = (at: CompiledEntity, key: readonly string[]) => carryKey(lineage, at, key) !== null;
  return carriedKeys(lineage, demand, own, ownKey, isCopied).flatMap(({ entity, key, strength }) => {
    const because = () => becauseAlong(demand, entity.ref, key[0] ?? null, causes);
    return [
      { ...relationshipRow(demand.consumer, entity, key, from, because), ...placed(strength) },
      { ...uniqueRow(demand.consumer, entity, key, because), ...placed(strength) },
    ];
  });
}

function carryUnique(
  lineage: Lineage,
  { demand }: ConsumerDemand,
  own: CompiledEntity,
  ownKey: readonly string[],
  causes: CauseSet,
): AskedRow[] {
  return carriedKeys(lineage, demand, own, ownKey, () => true).map(({ entity, key, strength }) => {
    const because = () => becauseAlong(demand, entity.ref, key[0] ?? null, causes);
    return { ...uniqueRow(demand.consumer, entity, key, because), ...placed(strength) };
  });
}

/** Only where it is more than needed: rows that a filter or a join drops may repeat a key as they like. */
function placed(strength: Strength): Pick<AskedRow, 'placement'> {
  return strength === 'exact' ? {} : { placement: { strength } };
}

/**
 * A key at every product it comes from, for as long as no two rows that share it there could be told apart here. A column
 * that two parts of the key come from is named once.
 */
function carriedKeys(
  lineage: Lineage,
  demand: ConsumerDemand['demand'],
  own: CompiledEntity,
  ownKey: readonly string[],
  goesOn: (entity: CompiledEntity, key: readonly string[]) => boolean,
): CarriedKey[] {
  const found: CarriedKey[] = [];
  let at: CarriedKey = { entity: own, key: [...ownKey], strength: 'exact' };
  while (goesOn(at.entity, at.key)) {
    const step = stepKey(lineage, at.entity, at.key);
    if (typeof step === 'string' || !demand.entities.has(step.entity.ref)) break;
    at = { ...step, strength: at.strength === 'exact' ? step.strength : at.strength };
    if (at.entity.product !== demand.consumer) found.push(at);
  }
  return found;
}

type CarriedKey = Omit<PlacedKey, 'stays'>;

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
  const { rule, value } = uniqueOf(key);
  const { product, name: target } = entity;
  return { consumer, product, target, rule, value, because, kind: 'uniqueness', role: null, hard: true };
}

type Shape = Pick<AskedRow, 'rule' | 'value'>;

/** What everybody asks of one key is the very same, so that it is compared at a glance. */
const uniques = new WeakMap<readonly string[], Shape>();

function uniqueOf(key: readonly string[]): Shape {
  const known = uniques.get(key);
  if (known) return known;
  const keys = [...key].sort();
  const made = { rule: keys.join(', '), value: { keys, duplicates: 0 } };
  uniques.set(key, made);
  return made;
}

function relationshipRow(
  consumer: string,
  one: CompiledEntity,
  key: readonly string[],
  from: string,
  because: Because,
): AskedRow {
  const { rule, value } = relationshipOf(key, from);
  const { product, name: target } = one;
  return { consumer, product, target, rule, value, because, kind: 'relationship', role: null };
}

const relationships = new WeakMap<readonly string[], Map<string, Shape>>();

function relationshipOf(key: readonly string[], from: string): Shape {
  const known = relationships.get(key) ?? new Map<string, Shape>();
  relationships.set(key, known);
  const before = known.get(from);
  if (before) return before;
  const value = { keys: [...key], from, cardinality: 'many-to-one' };
  const made = { rule: `${key.join(', ')} from ${from}`, value };
  known.set(from, made);
  return made;
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
