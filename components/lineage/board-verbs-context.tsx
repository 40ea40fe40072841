'use client';

import { createContext, useContext } from 'react';
import type { Opened } from './lineage-state';

/** What a card on the board can ask for itself; null where a board only shows. */
export type BoardVerbs = { open: (opened: Opened) => void };

export const BoardVerbsContext = createContext<BoardVerbs | null>(null);

export function useBoardVerbs(): BoardVerbs | null {
  return useContext(BoardVerbsContext);
}
