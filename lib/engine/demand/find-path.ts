import { compareText } from '@/lib/base/compare-text';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { addStep, printSteps, type Step } from '../steps';
import { bit, type Demand, type Reader } from './demand';
import { readersOf } from './find-readers';

/** Steps are shared by every path that runs through them, so a chain of thousands costs each of its steps once. */
const stepsOf = new WeakMap<Demand, Map<string, Step>>();

/**
 * One path by which a cause reaches a need, from the consumer to it: `product:entity.attribute` or `product:entity`.
 * Among several, a path that keeps the value is preferred, then attributes before whole entities, then by name; so the
 * same plan always tells the same story.
 */
export function findPath(demand: Demand, ref: string, attribute: string | null, cause: number): string[] {
  const known = stepsOf.get(demand) ?? new Map<string, Step>();
  stepsOf.set(demand, known);
  const open: Node[] = [];
  let step: Step | null = null;
  for (let at: Node | null = { ref, attribute }; at !== null; at = nextDownstream(demand, at, bit(cause))) {
    step = known.get(stepKey(at, cause)) ?? null;
    if (step) break;
    open.push(at);
  }
  for (const node of open.reverse()) {
    step = addStep(step, nameNode(node.ref, node.attribute));
    known.set(stepKey(node, cause), step);
  }
  return step ? printSteps(step) : [];
}

type Node = { ref: string; attribute: string | null };

function stepKey({ ref, attribute }: Node, cause: number): string {
  return `${cause} ${ref} ${attribute ?? ''}`;
}

/** The reader through which a cause reaches a node; null where the path starts. */
function nextDownstream(demand: Demand, at: Node, wanted: bigint): Node | null {
  const entity = demand.entities.get(at.ref);
  const isNeeded = at.attribute === null ? entity : entity?.attributes.has(at.attribute);
  const seeded = at.attribute === null ? entity?.seeded : entity?.seededAttributes.get(at.attribute);
  if (!isNeeded || ((seeded ?? 0n) & wanted) !== 0n) return null;
  const rank = (reader: Reader) =>
    (reader.attribute === null ? 4 : reader.direct ? 0 : 2) + (reader.ref === at.ref ? 1 : 0);
  const better = (a: Reader, b: Reader) =>
    rank(a) - rank(b) || compareText(a.ref, b.ref) || compareText(a.attribute ?? '', b.attribute ?? '');
  let best: Reader | null = null;
  for (const reader of readersOf(demand, at.ref, at.attribute))
    if ((reader.causes & wanted) !== 0n && (best === null || better(reader, best) < 0)) best = reader;
  // The grain of the consumer's own entity is where a path starts, not something its entity asked of itself.
  const isGrain = best?.ref === at.ref && best.attribute === null;
  const startsHere = isGrain && at.ref.startsWith(`${demand.consumer}.`);
  return startsHere ? null : best;
}

export function nameNode(ref: string, attribute: string | null): string {
  const entity = `${ownerIn(ref)}:${nameIn(ref)}`;
  return attribute === null ? entity : `${entity}.${attribute}`;
}
