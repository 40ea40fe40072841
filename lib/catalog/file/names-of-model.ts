import type { ModelNames } from './file-names';
import type { FileModel } from './file-schema-model';
import { entityOfEnd, rolesOf } from './roles';

/** The names of a model whose shape is right. */
export function namesOfModel(file: FileModel): ModelNames {
  return {
    entities: new Map(file.entities.map(({ key, attributes }) => [key, keysOf(attributes)])),
    relationships: keysOf(file.relationships),
    roles: rolesOf(
      file.relationships.map(({ role, cardinality, from, to }) => ({
        role,
        cardinality,
        from: entityOfEnd([from].flat()[0] ?? ''),
        to: entityOfEnd([to].flat()[0] ?? ''),
      })),
    ),
    segments: keysOf(file.segments),
    measures: keysOf(file.measures),
    metrics: keysOf(file.metrics),
  };
}

function keysOf(list: readonly { key: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ key }) => key));
}
