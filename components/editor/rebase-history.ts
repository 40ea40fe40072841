import { sameValue } from '@/lib/base/same-value';
import { type ModelDiff, patchModel } from '@/lib/model/diff';
import { recordAt } from '@/lib/model/model-index';
import { type ModelDocument, ModelRecord } from '@/lib/model/records';
import { sameRecord } from '@/lib/model/same-record';
import { isEmptyLayoutDiff } from './canvas-layout';
import type { History, Step } from './history';

/**
 * What a person did, as if it had been done on top of what others have saved meanwhile: what they changed of a record is
 * changed in every state that undo and redo could bring back, so neither takes anything of theirs away. A step of which
 * nothing is left is gone. The same history where it touches none of it.
 */
export function rebaseHistory(history: History, theirs: ModelDiff): History {
  const byId = new Map(theirs.map((change) => [change.id, change]));
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
