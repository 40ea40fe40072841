import type { Product, SourceTable, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { attributesOf, type EntityRecord, recordsOf } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';

/**
 * The resolver is the engine told again, slowly: the text of the design read as plain recursion, with names for keys and
 * no index but a map. It shares no code with the engine, so that the two can only agree for the right reason. This is
 * its view of a workspace: every entity under `product.entity`, its expressions parsed.
 */
export type InputView = {
  as: string;
  /** `product.entity` or `source.table`. */
  ref: string;
  isTable: boolean;
  join: 'from' | 'inner' | 'left';
  on: Expression | null;
};
export type EntityView = {
  key: string;
  product: string;
  name: string;
  record: EntityRecord;
  inputs: InputView[];
  where: Expression | null;
  groupBy: string[];
  grain: string[];
  /** Null: a wish. */
  attributes: Map<string, Expression | null>;
};
export type WorkspaceView = {
  snapshot: WorkspaceSnapshot;
  products: Map<string, Product>;
  entities: Map<string, EntityView>;
  tables: Map<string, { source: string; table: SourceTable }>;
};

export function viewOf(snapshot: WorkspaceSnapshot): WorkspaceView {
  const entities = snapshot.products.flatMap((product) =>
    recordsOf(product.model, 'entity').map((entity) => viewOfEntity(product, entity)),
  );
  return {
    snapshot,
    products: new Map(snapshot.products.map((product) => [product.key, product])),
    entities: new Map(entities.map((entity) => [entity.key, entity])),
    tables: new Map(
      snapshot.sources.flatMap((source) =>
        source.tables.map((table) => [`${source.key}.${table.name}`, { source: source.key, table }]),
      ),
    ),
  };
}

function viewOfEntity(product: Product, record: EntityRecord): EntityView {
  const attributes = attributesOf(product.model, record.id);
  const nameOf = new Map(attributes.map(({ id, name }) => [id, name]));
  const names = (ids: readonly string[]) => ids.flatMap((id) => nameOf.get(id) ?? []);
  const { derivation } = record;
  const inputs: InputView[] = [];
  if (derivation) {
    inputs.push({ ...inputOf(derivation.from), join: 'from', on: null });
    for (const join of derivation.joins) inputs.push({ ...inputOf(join), join: join.type, on: parsed(join.on) });
  }
  return {
    key: `${product.key}.${record.name}`,
    product: product.key,
    name: record.name,
    record,
    inputs,
    where: parsed(derivation?.where ?? null),
    groupBy: names(derivation?.groupBy ?? []),
    grain: names(record.grain),
    attributes: new Map(attributes.map(({ name, expression }) => [name, parsed(expression)])),
  };
}

function inputOf(input: { as: string } & ({ table: string } | { entity: string })) {
  const isTable = 'table' in input;
  return { as: input.as, ref: isTable ? input.table : input.entity, isTable };
}

/** What does not parse is an issue of its model; the resolver is only asked about models without one. */
export function parsed(text: string | null): Expression | null {
  if (text === null) return null;
  const tree = parseExpression(text);
  return tree.ok ? tree.value : null;
}
