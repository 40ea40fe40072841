import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { surroundingsOf } from '@/lib/catalog/surroundings';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { publishablePart } from '@/lib/model/publishable';
import type { DerivationInput, DerivationJoin, EntityRecord, ModelDocument } from '@/lib/model/records';
import { recordsOf } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';
import type {
  CompiledAttribute,
  CompiledDerivation,
  CompiledEntity,
  CompiledInput,
  CompiledProduct,
  CompiledTable,
  Lineage,
} from './lineage';
import { pinsWholeGrain } from './whole-grain';

/** A lineage over one snapshot. Looking costs nothing; a product is compiled when it is first reached. */
export function compileLineage(snapshot: WorkspaceSnapshot): Lineage {
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  const tables = new Map<string, CompiledTable>();
  for (const source of snapshot.sources)
    for (const table of source.tables) {
      const ref = `${source.key}.${table.name}`;
      tables.set(ref, { ref, source: source.key, table });
    }
  const compiled = new Map<string, CompiledProduct | null>();

  const lineage: Lineage = {
    snapshot,
    product(key) {
      const known = compiled.get(key);
      if (known !== undefined) return known;
      const product = products.get(key);
      if (!product) return null;
      const { model, issues, leftOut } = publishablePart(product.model, surroundingsOf(snapshot, key));
      const made: CompiledProduct = {
        key,
        product,
        model,
        issues,
        leftOut,
        entities: compileEntities(key, model, keyOf),
        offers: product.status !== 'draft',
      };
      compiled.set(key, made);
      return made;
    },
    entity(ref) {
      return lineage.product(ownerIn(ref))?.entities.get(nameIn(ref)) ?? null;
    },
    table: (ref) => tables.get(ref) ?? null,
  };

  /** The grain is read from the written model and not from the compiled one, or products would compile in circles. */
  function keyOf(input: { kind: 'entity' | 'table'; ref: string }): string[] {
    if (input.kind === 'table') return tables.get(input.ref)?.table.key ?? [];
    const name = nameIn(input.ref);
    const model = products.get(ownerIn(input.ref))?.model;
    const entity = model && recordsOf(model, 'entity').find((record) => record.name === name);
    return entity && model ? grainNames(model, entity) : [];
  }

  return lineage;
}

type KeyOf = (input: { kind: 'entity' | 'table'; ref: string }) => string[];

function compileEntities(product: string, model: ModelDocument, keyOf: KeyOf): Map<string, CompiledEntity> {
  const attributesByEntity = new Map<string, Map<string, CompiledAttribute>>();
  for (const record of recordsOf(model, 'attribute')) {
    const list = attributesByEntity.get(record.entityId) ?? new Map<string, CompiledAttribute>();
    list.set(record.name, { name: record.name, record, tree: parsed(record.expression) });
    attributesByEntity.set(record.entityId, list);
  }
  const entities = new Map<string, CompiledEntity>();
  for (const record of recordsOf(model, 'entity')) {
    entities.set(record.name, {
      ref: `${product}.${record.name}`,
      product,
      name: record.name,
      record,
      grain: grainNames(model, record),
      attributes: attributesByEntity.get(record.id) ?? new Map(),
      derivation: compileDerivation(model, record, keyOf),
    });
  }
  return entities;
}

function compileDerivation(model: ModelDocument, entity: EntityRecord, keyOf: KeyOf): CompiledDerivation | null {
  const { derivation } = entity;
  if (!derivation) return null;
  const groupBy = derivation.groupBy.flatMap((id) => {
    const record = model.records[id];
    return record?.kind === 'attribute' ? [record.name] : [];
  });
  const joins = derivation.joins.map((join): CompiledInput => {
    const on = parsed(join.on);
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
  return { inputs: [from, ...joins], where: parsed(derivation.where), groupBy };
}

function targetOf(input: DerivationInput | DerivationJoin): { kind: 'entity' | 'table'; ref: string } {
  return 'table' in input ? { kind: 'table', ref: input.table } : { kind: 'entity', ref: input.entity };
}

function grainNames(model: ModelDocument, entity: EntityRecord): string[] {
  return entity.grain.flatMap((id) => {
    const record = model.records[id];
    return record?.kind === 'attribute' ? [record.name] : [];
  });
}

/** Only publishable text comes here; a draft's upstream neighbour may still hold text that does not parse. */
function parsed(text: string | null): Expression | null {
  if (text === null) return null;
  const result = parseExpression(text);
  return result.ok ? result.value : null;
}
