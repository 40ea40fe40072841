import { indexModel } from './model-index';
import type { ModelDocument, RecordId } from './records';
import { endsOfStep, manyToOneDirections, type PathStep, type ReferencePath, uniquePath } from './references';

/**
 * How the rows of one entity get to another. Only the one path of many-to-one steps keeps every row counted once. A way
 * that turns to a "many" side at the start fans out (each row of the one side would be counted once per row of the many);
 * a way that first climbs and then turns crosses a chasm (two many sides of one thing, which multiply each other).
 */
export type Way =
  | { is: 'path'; path: ReferencePath }
  | { is: 'several'; paths: ReferencePath[] }
  | { is: 'fan-out' | 'chasm'; path: ReferencePath; turnsAt: RecordId }
  | { is: 'none' };

/** The way from one entity to another; of several that count twice the shortest is shown. */
export function wayTo(document: ModelDocument, fromId: RecordId, toId: RecordId): Way {
  const unique = uniquePath(document, fromId, toId);
  if (unique.ok) return { is: 'path', path: unique.value };
  if (unique.error.code === 'several-paths') return { is: 'several', paths: unique.error.paths };
  const path = shortestWay(document, fromId, toId);
  return path === null ? { is: 'none' } : turnOf(document, fromId, path);
}

function turnOf(document: ModelDocument, fromId: RecordId, path: ReferencePath): Way {
  let at = fromId;
  let hasClimbed = false;
  for (const step of path) {
    if (!climbs(document, step)) return { is: hasClimbed ? 'chasm' : 'fan-out', path, turnsAt: at };
    hasClimbed = hasClimbed || !climbs(document, reverse(step));
    at = endsOfStep(document, step)?.toId ?? at;
  }
  return { is: 'path', path };
}

function climbs(document: ModelDocument, step: PathStep): boolean {
  const relationship = indexModel(document).byKind.relationship.find(({ id }) => id === step.relationshipId);
  return relationship !== undefined && manyToOneDirections(relationship).includes(step.direction);
}

function reverse(step: PathStep): PathStep {
  return { ...step, direction: step.direction === 'forward' ? 'backward' : 'forward' };
}

/** Breadth first over every relationship whose cardinality is known, in both directions. */
function shortestWay(document: ModelDocument, fromId: RecordId, toId: RecordId): ReferencePath | null {
  const reached = new Set([fromId]);
  let frontier: { at: RecordId; path: ReferencePath }[] = [{ at: fromId, path: [] }];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { at, path } of frontier) {
      for (const step of stepsAt(document, at)) {
        const end = endsOfStep(document, step)?.toId;
        if (end === undefined || reached.has(end)) continue;
        if (end === toId) return [...path, step];
        reached.add(end);
        next.push({ at: end, path: [...path, step] });
      }
    }
    frontier = next;
  }
  return null;
}

function stepsAt(document: ModelDocument, entityId: RecordId): PathStep[] {
  return indexModel(document).byKind.relationship.flatMap((relationship): PathStep[] => {
    if (relationship.cardinality === null) return [];
    const { id: relationshipId, from, to } = relationship;
    return [
      ...(from.entityId === entityId ? [{ relationshipId, direction: 'forward' as const }] : []),
      ...(to.entityId === entityId ? [{ relationshipId, direction: 'backward' as const }] : []),
    ];
  });
}
