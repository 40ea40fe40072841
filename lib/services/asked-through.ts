import { groupBy } from '@/lib/base/group-by';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { findReads, type Reads } from '@/lib/engine/demand/find-reads';
import { compileLineage } from '@/lib/engine/lineage/compile-lineage';
import type { Plan, Requirement, RequirementKind } from '@/lib/engine/plan';

/** What comes through whoever reads it; the rest is a number or a rule of somebody, and comes the way its causes say. */
const READ: ReadonlySet<RequirementKind> = new Set(['entity', 'attribute', 'grain', 'uniqueness']);

export type AskedThrough = {
  /** All that is asked of a product. */
  asked(product: string): readonly Requirement[];
  /** Of that, what another product causes by reading it. */
  through(product: string, reader: string): Requirement[];
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
  const made: AskedThrough = {
    asked,
    through(product, reader) {
      const targets = readsOf(reader).get(product);
      return asked(product).filter((row) =>
        READ.has(row.kind) ? row.target !== null && targets?.has(row.target) : passes(row, reader),
      );
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
