import type { Editor } from './editor';
import { type History, NO_HISTORY, type Scene } from './history';
import { readHistory, writeHistory } from './kept-history';

export type TabHistory = {
  /** What was done in this tab before the page was left, as far as it still holds in the scene. */
  read(scene: Scene): History;
  keep(editor: Editor): void;
};

/** Where the way back waits while a page is reloaded or another one is looked at; without room for it nothing is kept. */
export function openTabHistory({ product, person }: { product: string; person: string }): TabHistory {
  const name = `headwater:undo:${product}:${person}`;
  return {
    read: (scene) => {
      const text = storage()?.getItem(name) ?? null;
      return text === null ? NO_HISTORY : readHistory(text, scene);
    },
    keep: (editor) => {
      editor.commit();
      try {
        storage()?.setItem(name, writeHistory(editor.get().history));
      } catch {
        storage()?.removeItem(name);
      }
    },
  };
}

function storage(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
