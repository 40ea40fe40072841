import { compareText } from '@/lib/base/compare-text';
import { type AttributeDemand, bit, type Demand, type EntityDemand, type Reader } from './demand';

/** Longer paths are shortened in the middle: nobody reads 20,000 steps, and printing them all for each would be n². */
const STEPS_MAX = 64;

/**
 * One path by which a cause reaches a need, from the consumer to it: `product:entity.attribute` or `product:entity`.
 * Among several, a path that keeps the value is preferred, then attributes before whole entities, then by name; so the
 * same plan always tells the same story.
 */
export function findPath(demand: Demand, ref: string, attribute: string | null, cause: number): string[] {
  const wanted = bit(cause);
  const path: string[] = [];
  for (let at: { ref: string; attribute: string | null } | null = { ref, attribute }; at !== null; ) {
    path.push(nameNode(at.ref, at.attribute));
    const entity = demand.entities.get(at.ref);
    const node: EntityDemand | AttributeDemand | undefined =
      at.attribute === null ? entity : entity?.attributes.get(at.attribute);
    at = node && (node.seeded & wanted) === 0n ? nextDownstream(demand, node.readers, wanted, at.ref) : null;
  }
  return shorten(path.reverse());
}

function nextDownstream(demand: Demand, readers: readonly Reader[], wanted: bigint, from: string): Reader | null {
  const consumerOwns = (ref: string) => ref.startsWith(`${demand.consumer}.`);
  const rank = (reader: Reader) =>
    (reader.direct && reader.attribute !== null ? 0 : reader.attribute !== null ? 1 : 2) +
    (reader.ref === from ? 0.5 : 0);
  const live = readers.filter((reader) => (reader.causes & wanted) !== 0n);
  live.sort(
    (a, b) => rank(a) - rank(b) || compareText(a.ref, b.ref) || compareText(a.attribute ?? '', b.attribute ?? ''),
  );
  const [first] = live;
  // The grain of the consumer's own entity is where a path starts, not something its entity asked of itself.
  return first && !(first.ref === from && consumerOwns(from)) ? first : null;
}

export function nameNode(ref: string, attribute: string | null): string {
  const dot = ref.indexOf('.');
  const entity = `${ref.slice(0, dot)}:${ref.slice(dot + 1)}`;
  return attribute === null ? entity : `${entity}.${attribute}`;
}

export function shorten(path: string[]): string[] {
  if (path.length <= STEPS_MAX) return path;
  const half = STEPS_MAX / 2;
  return [...path.slice(0, half), `… ${path.length - STEPS_MAX} more …`, ...path.slice(-half)];
}
