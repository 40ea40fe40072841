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
    const needed = demand.order[at];
    if (!needed?.entity || !maySay(lineage, needed.entity, classified)) continue;
    const { ref, entity } = needed;
    const ofInput = (alias: string, column: string): Classification | null => {
      const input = entity.derivation?.inputs.find((one) => one.alias === alias);
      if (input?.kind === 'entity') return found.get(`${input.ref}.${column}`) ?? null;
      const table = input && lineage.table(input.ref)?.table;
      return table?.columns.find((candidate) => candidate.name === column)?.classification ?? null;
    };
    const known = new Map<string, Classification | null>();
    for (const name of needed.attributes.keys()) {
      const strictest = classOf(entity, name, ofInput, known);
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

/** Fields may stand on one another as deep as they like, and each is looked at once. */
function classOf(
  entity: CompiledEntity,
  name: string,
  ofInput: (alias: string, column: string) => Classification | null,
  known: Map<string, Classification | null>,
): Classification | null {
  const open = new Set<string>();
  const waiting = [name];
  for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
    const attribute = known.has(top) ? undefined : entity.attributes.get(top);
    const behind = attribute?.tree ? valueColumns(attribute.tree) : [];
    const next = behind.filter((column) => column.qualifier === null && !known.has(column.name));
    if (next.length > 0 && !open.has(top)) {
      open.add(top);
      waiting.push(...next.map((column) => column.name));
      continue;
    }
    waiting.pop();
    if (known.has(top)) continue;
    const said = behind.map(({ qualifier, name: column }) =>
      qualifier === null ? (known.get(column) ?? null) : ofInput(qualifier, column),
    );
    known.set(top, [attribute?.record.classification ?? null, ...said].reduce(strictestClass, null));
  }
  return known.get(name) ?? null;
}
