import type { ModelDocument, RecordId } from './records';

/**
 * Which records one document may have changed of another, known without comparing them all: every patch notes what it
 * touched. A model of thousands of records is then told apart, indexed and drawn anew for the price of the edit. What is
 * not known is answered with null, never guessed: whoever asks compares everything then, and finds the same.
 */
type Trail = { readonly from: Trail | null; readonly ids: readonly RecordId[]; readonly length: number };

const trails = new WeakMap<ModelDocument, Trail>();
/** Longer trails are forgotten: comparing everything once costs less than keeping them. */
const LENGTH_MAX = 1_000;

/** Notes that `after` is `before` with these records put or removed, and nothing else. Called where documents are patched. */
export function noteEdit(before: ModelDocument, after: ModelDocument, ids: readonly RecordId[]): void {
  const known = trails.get(before) ?? { from: null, ids: [], length: 0 };
  if (!trails.has(before)) trails.set(before, known);
  const from = known.length < LENGTH_MAX ? known : null;
  trails.set(after, { from, ids, length: from === null ? 0 : known.length + 1 });
}

/** Every id that may differ between a document and a later one, or null when it is not known that one led to the other. */
export function editedBetween(before: ModelDocument, after: ModelDocument): ReadonlySet<RecordId> | null {
  if (before === after) return new Set();
  const start = trails.get(before);
  if (!start) return null;
  const ids = new Set<RecordId>();
  for (let at = trails.get(after); at !== undefined && at !== null; at = at.from ?? undefined) {
    if (at === start) return ids;
    for (const id of at.ids) ids.add(id);
  }
  return null;
}
