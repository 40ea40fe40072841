import { sameValue } from '@/lib/base/same-value';
import { type ModelDiff, patchModel } from '@/lib/model/diff';
import { wholesOf } from '@/lib/model/edits/plan-removal';
import { recordAt } from '@/lib/model/model-index';
import { type ModelDocument, ModelRecord, type RecordId } from '@/lib/model/records';
import { sameRecord } from '@/lib/model/same-record';
import { isEmptyLayoutDiff } from './canvas-layout';
import type { History, Step } from './history';

/**
 * What a person did, as if it had been done on top of what others have saved meanwhile: what they changed of a record is
 * changed in every state that undo and redo could bring back, so neither takes anything of theirs away. What they removed
 * no step brings back, nor a part of it; `gone` is what they removed besides. A step of which nothing is left is gone. The
 * same history where it touches none of it.
 */
export function rebaseHistory(history: History, theirs: ModelDiff, gone: Iterable<RecordId> = []): History {
  const byId = new Map(theirs.map((change) => [change.id, change]));
  const removed = theirs.flatMap(({ id, after }) => (after === null ? id : []));
  for (const id of partsOf(history, [...removed, ...gone])) byId.set(id, { id, before: null, after: null });
  const isTouched = ({ model }: Step) => model.some(({ id }) => byId.has(id));
  if (![...history.done, ...history.undone].some(isTouched)) return history;
  const rebase = (step: Step): Step[] => {
    if (!isTouched(step)) return [step];
    const model = step.model.flatMap(({ id, before, after }) => {
      const their = byId.get(id);
      const states = { id, before: withTheirs(before, their), after: withTheirs(after, their) };
      return sameRecord(states.before, states.after) ? [] : [states];
    });
    return model.length === 0 && isEmptyLayoutDiff(step.layout) ? [] : [{ ...step, model }];
  };
  return { done: history.done.flatMap(rebase), undone: history.undone.flatMap(rebase) };
}

/** Records of any state that are parts of what is gone, or of such parts. */
function partsOf(history: History, gone: readonly RecordId[]): Set<RecordId> {
  if (gone.length === 0) return new Set();
  const states = [...history.done, ...history.undone].flatMap(({ model }) =>
    model.flatMap(({ before, after }) => [before, after].flatMap((state) => state ?? [])),
  );
  const all = new Set(gone);
  const parts = new Set<RecordId>();
  for (let size = -1; size !== parts.size; ) {
    size = parts.size;
    for (const state of states)
      if (!parts.has(state.id) && wholesOf(state).some((id) => all.has(id))) {
        all.add(state.id);
        parts.add(state.id);
      }
  }
  return parts;
}

/** A document from before others' changes with them in it. */
export function rebaseDocument(document: ModelDocument, theirs: ModelDiff): ModelDocument {
  const states = theirs.map((their) => ({ id: their.id, state: withTheirs(recordAt(document, their.id), their) }));
  return patchModel(document, {
    put: states.flatMap(({ state }) => state ?? []),
    remove: states.flatMap(({ id, state }) => (state === null ? id : [])),
  });
}

/** What they made or removed is so in every state; of what they changed only the fields they changed. */
function withTheirs(state: ModelRecord | null, their: ModelDiff[number] | undefined): ModelRecord | null {
  if (!their) return state;
  const { before: was, after: is } = their;
  if (was === null || is === null) return is;
  if (state === null) return null;
  const [had, has] = [new Map(Object.entries(was)), new Map(Object.entries(is))];
  const fields = [...new Set([...had.keys(), ...has.keys()])];
  const changed = fields.flatMap((field) =>
    sameValue(had.get(field), has.get(field)) ? [] : [[field, has.get(field)]],
  );
  const merged = ModelRecord.safeParse({ ...state, ...Object.fromEntries(changed) });
  return merged.success ? merged.data : is;
}
