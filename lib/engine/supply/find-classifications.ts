import type { Classification } from '@/lib/model/records';
import type { Demand } from '../demand/demand';
import { valueColumns } from '../demand/raw-columns';
import type { Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

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
 * an attribute says itself and of whatever its value is made from. Nothing said is null.
 */
export function findClassifications(lineage: Lineage, demand: Demand): Map<string, Classification> {
  const found = new Map<string, Classification>();
  for (const ref of [...demand.order].reverse()) {
    const needed = demand.entities.get(ref);
    const inputs = needed?.entity?.derivation?.inputs ?? [];
    for (const name of needed?.attributes.keys() ?? []) {
      const tree = needed?.entity ? overInputs(needed.entity, name) : null;
      const behind = (tree === null ? [] : valueColumns(tree)).map(({ qualifier, name: column }) => {
        const input = inputs.find(({ alias }) => alias === qualifier);
        if (input?.kind === 'entity') return found.get(`${input.ref}.${column}`) ?? null;
        const table = input && lineage.table(input.ref)?.table;
        return table?.columns.find((candidate) => candidate.name === column)?.classification ?? null;
      });
      const own = needed?.entity?.attributes.get(name)?.record.classification ?? null;
      const strictest = [own, ...behind].reduce(strictestClass, null);
      if (strictest !== null) found.set(`${ref}.${name}`, strictest);
    }
  }
  return found;
}
