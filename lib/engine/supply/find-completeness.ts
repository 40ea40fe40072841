import type { Lineage } from '../lineage/lineage';

/**
 * Row completeness an entity offers: its product's promise, else what its inputs leave when their errors add up (union
 * bound) over `from` and the inner-joined entities. Null when some input promises nothing and composes from nothing.
 * `order` lists entities downstream first, as a demand does.
 */
export function findCompleteness(lineage: Lineage, order: readonly string[]): Map<string, number | null> {
  const offered = new Map<string, number | null>();
  for (const ref of [...order].reverse()) {
    const entity = lineage.entity(ref);
    const promised = entity && lineage.product(entity.product)?.product.promises.completeness;
    if (promised !== undefined && promised !== null) {
      offered.set(ref, promised);
      continue;
    }
    const inputs = (entity?.derivation?.inputs ?? []).filter(
      (input) => input.kind === 'entity' && input.join !== 'left',
    );
    const known = inputs.flatMap((input) => offered.get(input.ref) ?? []);
    const lost = known.reduce((sum, share) => sum + 1 - share, 0);
    offered.set(ref, inputs.length === 0 || known.length < inputs.length ? null : Math.max(0, 1 - lost));
  }
  return offered;
}
