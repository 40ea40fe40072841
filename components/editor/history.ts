import { applyDiff, diffModels, isEmptyDiff, type ModelDiff, reverseDiff } from '@/lib/model/diff';
import type { ModelDocument } from '@/lib/model/records';
import {
  applyLayoutDiff,
  type CanvasLayout,
  diffLayouts,
  isEmptyLayoutDiff,
  type LayoutDiff,
  reverseLayoutDiff,
} from './canvas-layout';

/**
 * Undo is arithmetic: a step is the difference between two marks, whatever was done in between, and undoing applies it
 * backwards. No edit writes its own inverse, so none can get it wrong. Moves are steps like everything else.
 */
export type Scene = { readonly document: ModelDocument; readonly layout: CanvasLayout };
export type Step = { readonly words: string; readonly model: ModelDiff; readonly layout: LayoutDiff };
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] };
export const NO_HISTORY: History = { done: [], undone: [] };

const STEPS_MAX = 2_000;

/** The history with the way from one scene to the other as its last step; nothing happened, nothing is recorded. */
export function recordStep(history: History, words: string, before: Scene, after: Scene): History {
  const model = diffModels(before.document, after.document);
  const layout = diffLayouts(before.layout, after.layout);
  if (isEmptyDiff(model) && isEmptyLayoutDiff(layout)) return history;
  return { done: [...history.done, { words, model, layout }].slice(-STEPS_MAX), undone: [] };
}

export type Travel = { readonly scene: Scene; readonly history: History; readonly step: Step };

/** One step back, or null at the beginning. */
export function undoStep(history: History, scene: Scene): Travel | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    scene: {
      document: applyDiff(scene.document, reverseDiff(step.model)),
      layout: applyLayoutDiff(scene.layout, reverseLayoutDiff(step.layout)),
    },
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    step,
  };
}

/** One step forth again, or null when nothing was undone. */
export function redoStep(history: History, scene: Scene): Travel | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    scene: {
      document: applyDiff(scene.document, step.model),
      layout: applyLayoutDiff(scene.layout, step.layout),
    },
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1) },
    step,
  };
}
