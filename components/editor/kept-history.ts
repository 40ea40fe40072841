import { z } from 'zod';
import { sameValue } from '@/lib/base/same-value';
import { Area } from '@/lib/model/area';
import type { ModelDiff } from '@/lib/model/diff';
import { wholesOf } from '@/lib/model/edits/plan-removal';
import { NamedView } from '@/lib/model/layout';
import { recordAt } from '@/lib/model/model-index';
import { ModelRecord, RecordId } from '@/lib/model/records';
import { sameRecord } from '@/lib/model/same-record';
import { type CanvasLayout, isEmptyLayoutDiff, type LayoutDiff } from './canvas-layout';
import { type History, NO_HISTORY, type Scene, type Step } from './history';
import { rebaseHistory } from './rebase-history';

/**
 * The way back, kept over a reload: with the tab it belongs to, since undo is of what one did here. When the page opens
 * again the draft may have moved on; what others changed is laid under every step as it is while a page is open, and
 * places and areas that stand elsewhere by now are no longer part of any step. Bounded: the oldest steps go first.
 */
const CHARACTERS_MAX = 1_000_000;
const STEPS_MAX = 200;

const at = z.strictObject({ x: z.number(), y: z.number() });
const changed = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ id: RecordId, from: value.nullable(), to: value.nullable() }));
const list = <T extends z.ZodType>(value: T) => z.strictObject({ from: z.array(value), to: z.array(value) }).nullable();
const KeptStep = z.strictObject({
  words: z.string(),
  model: z.array(z.strictObject({ id: RecordId, before: ModelRecord.nullable(), after: ModelRecord.nullable() })),
  layout: z.strictObject({
    moved: changed(at),
    areas: changed(Area),
    pinned: list(RecordId),
    hidden: list(RecordId),
    views: list(NamedView),
  }),
});
const KeptHistory = z.strictObject({ done: z.array(KeptStep), undone: z.array(KeptStep) });

/** As text of bounded length, the newest steps of it. */
export function writeHistory({ done, undone }: History): string {
  for (let steps = STEPS_MAX; steps > 0; steps = Math.floor(steps / 2)) {
    const text = JSON.stringify({ done: done.slice(-steps), undone: undone.slice(-steps) });
    if (text.length <= CHARACTERS_MAX) return text;
  }
  return JSON.stringify(NO_HISTORY);
}

/** What of a kept text can be taken back in a scene as it is now; nothing of one that cannot be read. */
export function readHistory(text: string, scene: Scene): History {
  const kept = KeptHistory.safeParse(parseJson(text));
  if (!kept.success) return NO_HISTORY;
  const history = rebaseHistory(kept.data, movedOn(kept.data, scene), missingWholes(kept.data, scene));
  const isHere = standsAsLeft(history, scene.layout);
  const still = (step: Step): Step[] => {
    const layout = isHere(step.layout);
    return step.model.length === 0 && isEmptyLayoutDiff(layout) ? [] : [{ ...step, layout }];
  };
  return { done: history.done.flatMap(still), undone: history.undone.flatMap(still) };
}

/** What is otherwise by now than the last step left it. */
function movedOn(history: History, { document }: Scene): ModelDiff {
  const left = lastStates(history, ({ model }) => model.map(({ id, before, after }) => [id, before, after]));
  return [...left].flatMap(([id, before]) => {
    const after = recordAt(document, id);
    return sameRecord(before, after) ? [] : [{ id, before, after }];
  });
}

/** What somebody else removed meanwhile that no step ever touched, and parts of which a step could bring back. */
function missingWholes(history: History, { document }: Scene): RecordId[] {
  const steps = [...history.done, ...history.undone];
  const touched = new Set(steps.flatMap(({ model }) => model.map(({ id }) => id)));
  const states = steps.flatMap(({ model }) => model.flatMap(({ before, after }) => [before, after]));
  const wholes = new Set(states.flatMap((state) => (state === null ? [] : wholesOf(state))));
  return [...wholes].filter((id) => !touched.has(id) && recordAt(document, id) === null);
}

/** Keeps of a step's layout what still stands where the last step left it. */
function standsAsLeft(history: History, layout: CanvasLayout): (diff: LayoutDiff) => LayoutDiff {
  const places = lastStates(history, ({ layout: { moved } }) => moved.map(({ id, from, to }) => [id, from, to]));
  const areas = lastStates(history, (step) => step.layout.areas.map(({ id, from, to }) => [id, from, to]));
  const lists = lastStates(history, ({ layout: { pinned, hidden, views } }) =>
    Object.entries({ pinned, hidden, views }).flatMap(([name, change]) =>
      change ? [[name, change.from, change.to] as const] : [],
    ),
  );
  const isAsLeft = (name: 'pinned' | 'hidden' | 'views') => sameValue(lists.get(name), layout[name]);
  return ({ moved, areas: framed, pinned, hidden, views }) => ({
    moved: moved.filter(({ id }) => sameValue(places.get(id), layout.positions[id] ?? null)),
    areas: framed.filter(({ id }) => sameValue(areas.get(id), layout.areas[id] ?? null)),
    pinned: isAsLeft('pinned') ? pinned : null,
    hidden: isAsLeft('hidden') ? hidden : null,
    views: isAsLeft('views') ? views : null,
  });
}

type Change<T> = readonly [key: string, before: T, after: T];

/** How each thing that was ever touched was left: after the last step that is done, or before the first that is undone. */
function lastStates<T>(history: History, changesOf: (step: Step) => readonly Change<T>[]): Map<string, T> {
  const left = new Map<string, T>();
  for (const step of history.undone) for (const [key, before] of changesOf(step)) left.set(key, before);
  for (const step of history.done) for (const [key, , after] of changesOf(step)) left.set(key, after);
  return left;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
