import type { Product, SourceTable, UseCase, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot, type NamedMetric, surroundingsOf } from '@/lib/catalog/surroundings';
import { parsedAt } from '@/lib/model/expressions';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import { publishablePart } from '@/lib/model/publishable';
import type {
  AttributeRecord,
  DerivationInput,
  DerivationJoin,
  EntityRecord,
  ModelDocument,
} from '@/lib/model/records';
import type { ModelSurroundings } from '@/lib/model/surroundings';
import {
  buildMinutes,
  type CompiledAttribute,
  type CompiledDerivation,
  type CompiledEntity,
  type CompiledInput,
  type CompiledProduct,
} from './lineage';
import { pinsWholeGrain } from './whole-grain';

/**
 * A product, compiled: the publishable part of its model with every expression as a tree. What was compiled is kept with
 * the model and everything that was looked at on the way, and is taken again in any snapshot where all of that is the
 * same. So an edit compiles the edited model and those whose rules read it, and nothing else; identity is the proof, as
 * snapshots and documents are never changed in place.
 */
export function compileProduct(snapshot: WorkspaceSnapshot, product: Product): CompiledProduct {
  const list = kept.get(product.model) ?? [];
  const known = list.find((one) => isStill(one.seen, snapshot, product));
  const part = known ?? compilePart(snapshot, product);
  if (!known) kept.set(product.model, [part, ...list].slice(0, KEPT_MAX));
  const same = part.products.get(product);
  if (same) return same;
  const { model, issues, leftOut, entities } = part;
  const offers = product.status !== 'draft';
  const spends = buildMinutes(product.build);
  const made: CompiledProduct = { key: product.key, product, model, issues, leftOut, entities, offers, spends };
  part.products.set(product, made);
  return made;
}

/** One model in several surroundings: a preview or two beside what is published. */
const KEPT_MAX = 4;

type CompiledPart = Pick<CompiledProduct, 'model' | 'issues' | 'leftOut' | 'entities'> & {
  seen: Seen;
  products: WeakMap<Product, CompiledProduct>;
};

/** What compiling looked at besides the model itself. */
type Seen = {
  key: string;
  alignment: Product['alignment'];
  owner: string | null;
  useCase: UseCase | null;
  models: Map<string, ModelDocument | null>;
  tables: Map<string, SourceTable | null>;
  metrics: Map<string, readonly NamedMetric[]>;
};

const kept = new WeakMap<ModelDocument, CompiledPart[]>();

function isStill(seen: Seen, snapshot: WorkspaceSnapshot, { key, alignment, owner, useCase }: Product): boolean {
  if (seen.key !== key || seen.alignment !== alignment || seen.owner !== owner || seen.useCase !== useCase)
    return false;
  const index = indexSnapshot(snapshot);
  for (const [neighbour, model] of seen.models)
    if ((index.products.get(neighbour)?.model ?? null) !== model) return false;
  for (const [ref, table] of seen.tables) if ((index.tables.get(ref) ?? null) !== table) return false;
  for (const [name, metrics] of seen.metrics)
    if (!isSameList(metrics, index.metrics().get(name) ?? [], key)) return false;
  return true;
}

/** The product's own metrics are in the list too, and are nothing it learns from others. */
function isSameList(was: readonly NamedMetric[], is: readonly NamedMetric[], own: string): boolean {
  if (was === is) return true;
  const ofOthers = (list: readonly NamedMetric[]) => list.filter(({ product }) => product.key !== own);
  const [before, now] = [ofOthers(was), ofOthers(is)];
  return before.length === now.length && before.every(({ product }, at) => product === now[at]?.product);
}

function compilePart(snapshot: WorkspaceSnapshot, product: Product): CompiledPart {
  const { key, alignment, owner, useCase } = product;
  const seen: Seen = { key, alignment, owner, useCase, models: new Map(), tables: new Map(), metrics: new Map() };
  const { model, issues, leftOut } = publishablePart(product.model, watched(snapshot, key, seen));
  const entities = compileEntities(key, model, (input) => grainOf(snapshot, input, seen));
  return { model, issues, leftOut, entities, seen, products: new WeakMap() };
}

/** The surroundings of a product, with everything asked of them written down. */
function watched(snapshot: WorkspaceSnapshot, key: string, seen: Seen): ModelSurroundings {
  const surroundings = surroundingsOf(snapshot, key);
  const index = indexSnapshot(snapshot);
  return {
    ...surroundings,
    findEntity(ref) {
      seen.models.set(ownerIn(ref), index.products.get(ownerIn(ref))?.model ?? null);
      return surroundings.findEntity(ref);
    },
    findTable(ref) {
      seen.tables.set(ref, index.tables.get(ref) ?? null);
      return surroundings.findTable(ref);
    },
    findDefinitions(name) {
      seen.metrics.set(name, index.metrics().get(name) ?? []);
      return surroundings.findDefinitions(name);
    },
  };
}

type KeyOf = (input: { kind: 'entity' | 'table'; ref: string }) => readonly string[];

/** The grain is read from the written model and not from the compiled one, or products would compile in circles. */
function grainOf(snapshot: WorkspaceSnapshot, input: Parameters<KeyOf>[0], seen: Seen): readonly string[] {
  const index = indexSnapshot(snapshot);
  if (input.kind === 'table') {
    const table = index.tables.get(input.ref) ?? null;
    seen.tables.set(input.ref, table);
    return table?.key ?? [];
  }
  const model = index.products.get(ownerIn(input.ref))?.model ?? null;
  seen.models.set(ownerIn(input.ref), model);
  const entity = model && indexModel(model).entityByName.get(nameIn(input.ref));
  return entity ? grainNames(model, entity) : [];
}

function compileEntities(product: string, model: ModelDocument, keyOf: KeyOf): Map<string, CompiledEntity> {
  const { byKind } = indexModel(model);
  const entities = new Map<string, CompiledEntity>();
  for (const record of byKind.entity) {
    entities.set(record.name, {
      ref: `${product}.${record.name}`,
      product,
      name: record.name,
      record,
      grain: grainNames(model, record),
      ...compileAttributes(attributesIn(model, record.id)),
      derivation: compileDerivation(model, record, keyOf),
    });
  }
  return entities;
}

type CompiledAttributes = Pick<CompiledEntity, 'attributes' | 'names'>;
/** By the list of them, which an edit elsewhere in the model leaves as it is. */
const compiledAttributes = new WeakMap<readonly AttributeRecord[], CompiledAttributes>();

function compileAttributes(records: readonly AttributeRecord[]): CompiledAttributes {
  const known = compiledAttributes.get(records);
  if (known) return known;
  const attributes = new Map<string, CompiledAttribute>();
  for (const record of records) {
    const { name } = record;
    const at = attributes.get(name)?.at ?? attributes.size;
    attributes.set(name, { name, at, record, tree: parsedAt(record, { in: 'expression' }) });
  }
  const made = { attributes, names: [...attributes.keys()] };
  compiledAttributes.set(records, made);
  return made;
}

function compileDerivation(model: ModelDocument, entity: EntityRecord, keyOf: KeyOf): CompiledDerivation | null {
  const { derivation } = entity;
  if (!derivation) return null;
  const joins = derivation.joins.map((join, at): CompiledInput => {
    const on = parsedAt(entity, { in: 'on', join: at });
    const target = targetOf(join);
    const pinsGrain = on !== null && pinsWholeGrain(on, join.as, keyOf(target));
    return { alias: join.as, ...target, join: join.type, on, pinsGrain, droppable: pinsGrain && join.type === 'left' };
  });
  const from: CompiledInput = {
    alias: derivation.from.as,
    ...targetOf(derivation.from),
    join: 'from',
    on: null,
    pinsGrain: false,
    droppable: false,
  };
  const groupBy = namesOf(model, derivation.groupBy);
  return { inputs: [from, ...joins], where: parsedAt(entity, { in: 'where' }), groupBy };
}

function targetOf(input: DerivationInput | DerivationJoin): { kind: 'entity' | 'table'; ref: string } {
  return 'table' in input ? { kind: 'table', ref: input.table } : { kind: 'entity', ref: input.entity };
}

function grainNames(model: ModelDocument, { grain }: EntityRecord): string[] {
  return namesOf(model, grain);
}

function namesOf(model: ModelDocument, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const record = model.records[id];
    return record?.kind === 'attribute' ? [record.name] : [];
  });
}
