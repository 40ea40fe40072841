import { groupBy } from '@/lib/base/group-by';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { findReads, type Reads } from '@/lib/engine/demand/find-reads';
import { compileLineage } from '@/lib/engine/lineage/compile-lineage';
import type { Plan, Requirement, RequirementKind, Verdict } from '@/lib/engine/plan';
import { badnessOf, worstVerdict } from './worst-verdict';

/** What comes through whoever reads it; the rest is a number or a rule of somebody, and comes the way its causes say. */
const READ: ReadonlySet<RequirementKind> = new Set(['entity', 'attribute', 'grain', 'uniqueness']);

export type AskedThrough = {
  /** All that is asked of a product. */
  asked(product: string): readonly Requirement[];
  /** How many of its fields another product causes to be asked by reading them. */
  fieldsThrough(product: string, reader: string): number;
  /** The worst verdict of what another product causes, one kind left out; null where it causes nothing. */
  worstThrough(product: string, reader: string, except?: RequirementKind | null): Verdict | null;
};

const kept = new WeakMap<Plan, AskedThrough>();

/**
 * What is asked of each product and through whom, looked up when it is first asked for and kept with the plan. Most of a
 * plan is what is read, and that is found without walking anybody's reasons.
 */
export function askedThrough(snapshot: WorkspaceSnapshot, plan: Plan): AskedThrough {
  const known = kept.get(plan);
  if (known) return known;
  const byProduct = groupBy(plan.requirements, (row) => row.product);
  const asked = (product: string): readonly Requirement[] => byProduct.get(product) ?? [];
  const lineage = compileLineage(snapshot);
  const consumers = new Set(plan.consumers.map(({ key }) => key));
  const reads = new Map<string, Reads>();
  const readsOf = (reader: string): Reads => {
    const before = reads.get(reader);
    if (before) return before;
    const product = consumers.has(reader) || byProduct.has(reader) ? lineage.product(reader) : null;
    const made: Reads = product ? findReads(lineage, product, asked(reader)) : new Map();
    reads.set(reader, made);
    return made;
  };
  const stepsOf = new Map<Requirement, ReadonlySet<string>>();
  const passes = (row: Requirement, reader: string) => {
    const steps = stepsOf.get(row) ?? productsOnTheWay(row);
    stepsOf.set(row, steps);
    return steps.has(reader);
  };
  const readBy = (product: string, reader: string) => {
    const targets = readsOf(reader).get(product);
    return asked(product).filter(({ kind, target }) => READ.has(kind) && target !== null && targets?.has(target));
  };
  const made: AskedThrough = {
    asked,
    fieldsThrough: (product, reader) => readBy(product, reader).filter(({ kind }) => kind === 'attribute').length,
    worstThrough(product, reader, except = null) {
      const read = worstVerdict(readBy(product, reader).filter(({ kind }) => kind !== except));
      // Reasons are walked only of what would be worse, the worst first.
      const rest = asked(product)
        .filter(({ kind, verdict }) => !READ.has(kind) && kind !== except && badnessOf(verdict) > badnessOf(read))
        .sort((a, b) => badnessOf(b.verdict) - badnessOf(a.verdict));
      return rest.find((row) => passes(row, reader))?.verdict ?? read;
    },
  };
  kept.set(plan, made);
  return made;
}

function productsOnTheWay({ because }: Requirement): Set<string> {
  const found = new Set<string>();
  for (const { path } of because)
    for (const step of path) {
      const colon = step.indexOf(':');
      found.add(colon < 0 ? step : step.slice(0, colon));
    }
  return found;
}
