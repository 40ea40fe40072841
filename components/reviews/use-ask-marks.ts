'use client';

import { useState } from 'react';
import type { AskSummary } from '@/lib/api/ask';
import { ACTIONS_IN_ORDER } from './ask-words';

export type AskMarks = ReturnType<typeof useAskMarks>;

/** Which asks are marked to be decided together, and the verbs that are possible on every one of them. */
export function useAskMarks(order: readonly AskSummary[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const able = order.filter((ask) => ask.actions.length > 0);
  const marked = able.filter((ask) => keys.has(ask.key));
  const toggle = (key: string, isRange: boolean) => {
    const at = able.findIndex((ask) => ask.key === key);
    const from = isRange && last !== null ? able.findIndex((ask) => ask.key === last) : -1;
    if (at === -1) return;
    const range = from === -1 ? [at, at] : [Math.min(from, at), Math.max(from, at)];
    const isOn = !keys.has(key);
    setLast(key);
    setKeys((before) => {
      const after = new Set(before);
      for (const ask of able.slice(range[0], (range[1] ?? at) + 1)) isOn ? after.add(ask.key) : after.delete(ask.key);
      return after;
    });
  };
  return {
    marked,
    actions: ACTIONS_IN_ORDER.filter(
      (action) => action !== 'counter' && marked.length > 0 && marked.every((ask) => ask.actions.includes(action)),
    ),
    isMarked: (key: string) => keys.has(key),
    toggle,
    clear: () => setKeys(new Set()),
  };
}
