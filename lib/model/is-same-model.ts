import { diffModels } from './diff';
import type { ModelDocument } from './records';

/** True for two documents with the same records, whatever order they were written in. */
export function isSameModel(a: ModelDocument, b: ModelDocument): boolean {
  return diffModels(a, b).length === 0;
}
