import type { ModelNames } from './file-names';
import type { FileModel } from './file-schema-model';

/** The names of a model whose shape is right. */
export function namesOfModel(file: FileModel): ModelNames {
  return {
    entities: new Map(file.entities.map(({ key, attributes }) => [key, keysOf(attributes)])),
    relationships: keysOf(file.relationships),
    segments: keysOf(file.segments),
    measures: keysOf(file.measures),
    metrics: keysOf(file.metrics),
  };
}

function keysOf(list: readonly { key: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ key }) => key));
}
