import type { SourceTable } from '@/lib/catalog/snapshot';
import type { Classification } from '@/lib/model/records';
import type { Demand } from '../demand/demand';
import { valueColumns } from '../demand/raw-columns';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

const ORDER: readonly Classification[] = ['public', 'internal', 'confidential', 'personal'];

export function strictestClass(
  a: Classification | null | undefined,
  b: Classification | null | undefined,
): Classification | null {
  if (a === null || a === undefined) return b ?? null;
  if (b === null || b === undefined) return a;
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/**
 * How what is needed is classified, by `product.entity.attribute`, carried forward from the tables: the strictest of what
 * an attribute says itself and of whatever its value is made from, fields of its own entity among it. Nothing said is null.
 */
export function findClassifications(lineage: Lineage, demand: Demand): Map<string, Classification> {
  const found = new Map<string, Classification>();
  const classified = new Set<string>();
  for (let at = demand.order.length - 1; at >= 0; at--) {
    const ref = demand.order[at] ?? '';
    const needed = demand.entities.get(ref);
    const { entity } = needed ?? {};
    if (!needed || !entity || !maySay(lineage, entity, classified)) continue;
    const ofInput = (alias: string, column: string): Classification | null => {
      const input = entity.derivation?.inputs.find((one) => one.alias === alias);
      if (input?.kind === 'entity') return found.get(`${input.ref}.${column}`) ?? null;
      const table = input && lineage.table(input.ref)?.table;
      return table?.columns.find((candidate) => candidate.name === column)?.classification ?? null;
    };
    for (const name of needed.attributes.keys()) {
      const strictest = classOf(entity, name, ofInput, new Set());
      if (strictest === null) continue;
      found.set(`${ref}.${name}`, strictest);
      classified.add(ref);
    }
  }
  return found;
}

/** Most entities say nothing, and read nothing that does: there is no need to look at their fields one by one. */
function maySay(lineage: Lineage, entity: CompiledEntity, classified: ReadonlySet<string>): boolean {
  let isSaid = saysClasses(entity);
  // Every table is looked at, even when the answer is known: what was looked at is what the answer is kept with.
  for (const { kind, ref } of entity.derivation?.inputs ?? []) {
    const table = kind === 'table' ? lineage.table(ref)?.table : undefined;
    if (kind === 'entity' ? classified.has(ref) : table && hasClasses(table)) isSaid = true;
  }
  return isSaid;
}

const sayings = new WeakMap<object, boolean>();

function saysClasses(entity: CompiledEntity): boolean {
  const said =
    sayings.get(entity) ?? [...entity.attributes.values()].some(({ record }) => record.classification !== null);
  sayings.set(entity, said);
  return said;
}

function hasClasses(table: SourceTable): boolean {
  const said = sayings.get(table) ?? table.columns.some(({ classification }) => classification !== null);
  sayings.set(table, said);
  return said;
}

function classOf(
  entity: CompiledEntity,
  name: string,
  ofInput: (alias: string, column: string) => Classification | null,
  above: ReadonlySet<string>,
): Classification | null {
  const attribute = entity.attributes.get(name);
  if (!attribute || above.has(name)) return null;
  const seen = new Set([...above, name]);
  const behind = (attribute.tree === null ? [] : valueColumns(attribute.tree)).map(({ qualifier, name: column }) =>
    qualifier === null ? classOf(entity, column, ofInput, seen) : ofInput(qualifier, column),
  );
  return [attribute.record.classification, ...behind].reduce(strictestClass, null);
}
