import type { ModelNames } from './file-names';
import { splitReference } from './reference';

/** What a metric is timed or sliced by: `entity.attribute`, or `role.attribute` where the entity is reached in a role. */
export type NamedCut = { role: string | null; entity: string; attribute: string };

/** Null when the text names nothing. An entity goes before a role of its name. */
export function findCut({ entities, roles }: ModelNames, written: string): NamedCut | null {
  const parts = splitReference(written);
  if (parts === null) return null;
  const { owner, member: attribute } = parts;
  if (entities.get(owner)?.has(attribute)) return { role: null, entity: owner, attribute };
  const entity = [...(roles.get(owner) ?? [])].find((end) => entities.get(end)?.has(attribute));
  return entity === undefined ? null : { role: owner, entity, attribute };
}
