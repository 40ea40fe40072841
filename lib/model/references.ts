import { ok, type Result, refuse } from '@/lib/base/result';
import { nearestName } from '@/lib/sql/nearest-name';
import { attributeNamesIn, indexModel, recordOf } from './model-index';
import type { ModelDocument, RecordId, RelationshipRecord } from './records';

/**
 * What a name means inside a model. A bare name is an attribute of the entity it is written for; `entity.attribute` is
 * an attribute of another entity reachable along exactly one path of many-to-one relationships, `role.attribute` takes
 * the relationship that bears the role. None or several paths is an answer that says so: a shortest path would pick one
 * of two right-looking numbers in silence.
 */
export type PathStep = { relationshipId: RecordId; direction: 'forward' | 'backward' };
export type ReferencePath = readonly PathStep[];
export type ResolvedReference = { attributeId: RecordId; path: ReferencePath };

export type ReferenceProblem =
  | { code: 'unknown-name'; qualifier: string | null; name: string; nearest: string | null }
  | { code: 'no-path'; fromId: RecordId; toId: RecordId }
  | { code: 'several-paths'; fromId: RecordId; toId: RecordId; paths: ReferencePath[] };

/** More are never listed: two already make a reference ambiguous, and a person reads no further. */
const PATHS_MAX = 8;

/** Resolves a reference as people write it: `status`, `customer.state`, `recipient.state`. */
export function resolveReference(
  document: ModelDocument,
  fromEntityId: RecordId,
  reference: string,
): Result<ResolvedReference, ReferenceProblem> {
  const dot = reference.indexOf('.');
  const qualifier = dot < 0 ? null : reference.slice(0, dot);
  return resolveName(document, fromEntityId, { qualifier, name: reference.slice(dot + 1) });
}

/** Resolves a column of a parsed expression; a role goes before an entity of the same name, being the more exact word. */
export function resolveName(
  document: ModelDocument,
  fromEntityId: RecordId,
  column: { qualifier: string | null; name: string },
): Result<ResolvedReference, ReferenceProblem> {
  if (column.qualifier === null) return attributeAt(document, fromEntityId, column, []);
  const byRole = pathsByRole(document, fromEntityId, column.qualifier);
  const [only] = byRole;
  if (only && byRole.length === 1) return attributeAt(document, only.toId, column, only.path);
  const entity = indexModel(document).entityByName.get(column.qualifier);
  if (entity) return onlyPath(document, fromEntityId, entity.id, column);
  if (only) {
    const paths = byRole.map((found) => found.path);
    return refuse({ code: 'several-paths', fromId: fromEntityId, toId: only.toId, paths });
  }
  const nearest = nearestName(column.qualifier, qualifiersFrom(document));
  return refuse({
    code: 'unknown-name',
    ...column,
    nearest: nearest === null ? null : `${nearest}.${column.name}`,
  });
}

/** The one path from an entity to another, empty within one; said when there is none or more than one. */
export function uniquePath(
  document: ModelDocument,
  fromEntityId: RecordId,
  toEntityId: RecordId,
): Result<ReferencePath, Exclude<ReferenceProblem, { code: 'unknown-name' }>> {
  const paths = manyToOnePaths(document, fromEntityId, toEntityId);
  const [only] = paths;
  if (only === undefined) return refuse({ code: 'no-path', fromId: fromEntityId, toId: toEntityId });
  if (paths.length > 1) return refuse({ code: 'several-paths', fromId: fromEntityId, toId: toEntityId, paths });
  return ok(only);
}

/**
 * Every path along many-to-one relationships that passes no entity twice, at most eight of them, in the order of the
 * relationships. A one-to-one counts in both directions, a one-to-many backwards. Within one entity the path is empty.
 */
export function manyToOnePaths(document: ModelDocument, fromEntityId: RecordId, toEntityId: RecordId): ReferencePath[] {
  if (fromEntityId === toEntityId) return [[]];
  const stepsFrom = stepsByEntity(document);
  const canReach = entitiesThatReach(stepsFrom, toEntityId);
  const found: ReferencePath[] = [];
  const visited = new Set<RecordId>([fromEntityId]);
  const walk = (at: RecordId, path: ReferencePath) => {
    for (const { step, toId } of stepsFrom.get(at) ?? []) {
      if (found.length === PATHS_MAX) return;
      if (toId === toEntityId) found.push([...path, step]);
      else if (canReach.has(toId) && !visited.has(toId)) {
        visited.add(toId);
        walk(toId, [...path, step]);
        visited.delete(toId);
      }
    }
  };
  if (canReach.has(fromEntityId)) walk(fromEntityId, []);
  return found;
}

/** The two ends of a step, in the direction it is walked. */
export function endsOfStep(document: ModelDocument, step: PathStep): { fromId: RecordId; toId: RecordId } | null {
  const relationship = recordOf(document, 'relationship', step.relationshipId);
  if (relationship === null) return null;
  const { from, to } = relationship;
  return step.direction === 'forward'
    ? { fromId: from.entityId, toId: to.entityId }
    : { fromId: to.entityId, toId: from.entityId };
}

/** The directions in which a relationship leads to one row at most; none while its cardinality is not stated. */
export function manyToOneDirections(relationship: RelationshipRecord): PathStep['direction'][] {
  switch (relationship.cardinality) {
    case 'many-to-one':
      return ['forward'];
    case 'one-to-many':
      return ['backward'];
    case 'one-to-one':
      return ['forward', 'backward'];
    case null:
      return [];
  }
}

type Leaving = { step: PathStep; toId: RecordId; role: string | null };
const stepsOfDocument = new WeakMap<ModelDocument, ReadonlyMap<RecordId, readonly Leaving[]>>();

function stepsByEntity(document: ModelDocument): ReadonlyMap<RecordId, readonly Leaving[]> {
  const known = stepsOfDocument.get(document);
  if (known) return known;
  const made = new Map<RecordId, Leaving[]>();
  for (const relationship of indexModel(document).byKind.relationship) {
    for (const direction of manyToOneDirections(relationship)) {
      const step: PathStep = { relationshipId: relationship.id, direction };
      const [start, end] =
        direction === 'forward' ? [relationship.from, relationship.to] : [relationship.to, relationship.from];
      const leaving = { step, toId: end.entityId, role: relationship.role };
      const others = made.get(start.entityId);
      if (others) others.push(leaving);
      else made.set(start.entityId, [leaving]);
    }
  }
  stepsOfDocument.set(document, made);
  return made;
}

function entitiesThatReach(stepsFrom: ReadonlyMap<RecordId, readonly Leaving[]>, target: RecordId): Set<RecordId> {
  const startsByEnd = new Map<RecordId, RecordId[]>();
  for (const [start, leaving] of stepsFrom) {
    for (const { toId } of leaving) startsByEnd.set(toId, [...(startsByEnd.get(toId) ?? []), start]);
  }
  const reached = new Set<RecordId>([target]);
  const waiting = [target];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const start of startsByEnd.get(at) ?? []) {
      if (reached.has(start)) continue;
      reached.add(start);
      waiting.push(start);
    }
  }
  return reached;
}

/**
 * A role may stand further along the way: the path to the relationship's own entity must be unique as well. Like any path
 * it passes no entity twice, unless the relationship itself leads back to where it starts, as a manager is an employee.
 */
function pathsByRole(document: ModelDocument, fromEntityId: RecordId, role: string) {
  const found: { toId: RecordId; path: ReferencePath }[] = [];
  for (const [startId, leaving] of stepsByEntity(document)) {
    for (const { step, toId, role: borne } of leaving) {
      if (borne !== role) continue;
      for (const path of manyToOnePaths(document, fromEntityId, startId)) {
        const passes = [fromEntityId, ...path.map((one) => endsOfStep(document, one)?.toId)];
        if (startId !== toId && passes.includes(toId)) continue;
        if (found.length < PATHS_MAX) found.push({ toId, path: [...path, step] });
      }
    }
  }
  return found;
}

function onlyPath(
  document: ModelDocument,
  fromEntityId: RecordId,
  toEntityId: RecordId,
  column: { qualifier: string | null; name: string },
): Result<ResolvedReference, ReferenceProblem> {
  const known = attributeAt(document, toEntityId, column, []);
  if (!known.ok) return known;
  const path = uniquePath(document, fromEntityId, toEntityId);
  return path.ok ? ok({ attributeId: known.value.attributeId, path: path.value }) : path;
}

function attributeAt(
  document: ModelDocument,
  entityId: RecordId,
  column: { qualifier: string | null; name: string },
  path: ReferencePath,
): Result<ResolvedReference, ReferenceProblem> {
  const names = attributeNamesIn(document, entityId);
  const attribute = names.get(column.name);
  if (attribute) return ok({ attributeId: attribute.id, path });
  const nearest = nearestName(column.name, names.keys());
  const written = nearest !== null && column.qualifier !== null ? `${column.qualifier}.${nearest}` : nearest;
  return refuse({ code: 'unknown-name', qualifier: column.qualifier, name: column.name, nearest: written });
}

function qualifiersFrom(document: ModelDocument): string[] {
  const { entity, relationship } = indexModel(document).byKind;
  return [...entity.map(({ name }) => name), ...relationship.flatMap(({ role }) => role ?? [])];
}
