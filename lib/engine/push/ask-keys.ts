import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { RecordId, RelationshipEnd } from '@/lib/model/records';
import { manyToOneDirections } from '@/lib/model/references';
import { carryKey, isDeclaredUnique } from '../demand/carry-keys';
import { bit, type CauseSet, type Demand } from '../demand/demand';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { type PlacedKey, stepKey } from '../placement/place-key';
import type { Strength } from '../placement/placement';
import type { Cause } from '../plan';
import { becauseOf } from './ask-structure';
import type { AskedRow, Because } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import type { SharedAsk } from './shared-ask';

/** The grain of every needed entity is unique. */
export function uniqueGrain(lineage: Lineage, entity: CompiledEntity): SharedAsk | null {
  const { product, name: target, grain, ref } = entity;
  if (grain.length === 0) return null;
  const because = (demand: Demand) => becauseOf(demand, ref, null, demand.entities.get(ref)?.causes ?? 0n);
  return {
    ...uniqueOf(grain),
    entity,
    product,
    target,
    kind: 'uniqueness',
    role: null,
    hard: true,
    isLast: false,
    isRepeated: isRepeated(lineage, entity),
    because,
  };
}

function isRepeated(lineage: Lineage, entity: CompiledEntity): boolean {
  return entity.grain.length > 0 && offersUnique(lineage, entity, entity.grain) === 'no';
}

/** The "one" side of every join on a whole grain keeps its keys for the side that looks it up. */
export function joinedKeys(lineage: Lineage, entity: CompiledEntity): ReadonlyMap<CompiledInput, SharedAsk> {
  const joined = new Map<CompiledInput, SharedAsk>();
  for (const input of entity.derivation?.inputs ?? []) {
    const one = input.pinsGrain && input.kind === 'entity' ? lineage.entity(input.ref) : null;
    if (!one || one.product === entity.product) continue;
    const { product, name: target, grain } = one;
    const because = (demand: Demand) => {
      const live = demand.entities.get(entity.ref)?.liveInputs.find((each) => each.input === input);
      return becauseOf(demand, one.ref, null, live?.causes ?? 0n);
    };
    const shape = relationshipOf(grain, entity.ref);
    joined.set(input, {
      ...shape,
      entity: one,
      product,
      target,
      kind: 'relationship',
      role: null,
      isLast: false,
      isRepeated: isRepeated(lineage, one),
      because,
    });
  }
  return joined;
}

/**
 * Keys that the consumer's own model stands on: the "one" side of every used relationship, and what it states to be unique.
 * They are carried upstream for as long as the key is copied from the rows themselves, and end where a grouping, an
 * expression or a look-up makes the key.
 */
export function askKeys(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { demand, consumer, uses } = consumerDemand;
  const asked: AskedRow[] = [];
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

function uniqueOf(key: readonly string[]): Shape {
  const keys = [...key].sort();
  return { rule: keys.join(', '), value: { keys, duplicates: 0 } };
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

function relationshipOf(key: readonly string[], from: string): Shape {
  const value = { keys: [...key], from, cardinality: 'many-to-one' };
  return { rule: `${key.join(', ')} from ${from}`, value };
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
