'use client';

import { useFormat } from './use-format';

/** A sentence that was made for everybody, with its numbers as the workspace writes them. */
export function Said({ children }: { children: string }) {
  return useFormat().words(children);
}
