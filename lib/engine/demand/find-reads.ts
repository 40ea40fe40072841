import { ownerIn } from '@/lib/model/input-ref';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';
import type { EntityDemand } from './demand';
import { findUses, type Use } from './find-uses';
import { sweepDemand } from './sweep-demand';

/** By product, the entities and attributes of it that are needed: `order`, `order.status`. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What one product needs of those it reads, for all that is needed of it, whoever needs it: a consumer for what it uses
 * itself, any other for what is asked of it. It is the sweep of the plan, one product far and to the end of the next, so a
 * join that nobody's need keeps alive reads nothing here either.
 */
export function findReads(lineage: Lineage, product: CompiledProduct, asked: readonly Requirement[]): Reads {
  const isConsumer = product.product.alignment === 'consumer';
  const used = isConsumer ? findUses(product.model) : { causes: [], uses: asked.flatMap(useOf) };
  const reads = new Map<string, Set<string>>();
  for (const needed of sweepWithin(lineage, product, used)) {
    if (needed.product === product.key) continue;
    const targets = reads.get(needed.product) ?? new Set<string>();
    reads.set(needed.product, targets);
    for (const target of targetsOf(needed)) targets.add(target);
  }
  for (const [key, targets] of reads) {
    const provider = lineage.product(key);
    if (!provider) continue;
    const uses = [...targets].map((target): Use => useAt(target));
    for (const needed of sweepWithin(lineage, provider, { causes: [], uses }))
      if (needed.product === key) for (const target of targetsOf(needed)) targets.add(target);
  }
  return reads;
}

function sweepWithin(
  lineage: Lineage,
  product: CompiledProduct,
  used: Parameters<typeof sweepDemand>[2],
): EntityDemand[] {
  const swept = sweepDemand(lineage, product, used, (ref) => ownerIn(ref) === product.key);
  return swept.ok ? [...swept.value.entities.values()] : [];
}

function targetsOf({ name, attributes }: EntityDemand): string[] {
  return [name, ...[...attributes.keys()].map((attribute) => `${name}.${attribute}`)];
}

function useOf({ kind, target }: Requirement): Use[] {
  return target !== null && (kind === 'entity' || kind === 'attribute') ? [useAt(target)] : [];
}

function useAt(target: string): Use {
  const [entity = target, attribute = null] = target.split('.', 2);
  return { cause: 0, entity, attribute, direct: true };
}
