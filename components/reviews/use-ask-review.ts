'use client';

import { useState } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { AskPage } from '@/lib/api/asks';
import type { RequirementLine } from '@/lib/api/requirement-line';
import { isOpen } from '@/lib/reviews/state-machine';
import { linesInOrder } from './line-parts';
import { useDecideAsk } from './use-decide-ask';

export type AskReview = ReturnType<typeof useAskReview>;

/** The id of a line one can decide on; null for what nobody was asked or what is decided. */
export function decidableId(line: RequirementLine): string | null {
  return line.id !== undefined && isOpen(line.state) ? line.id : null;
}

/** Which lines are chosen, which one the keys act on, and the two verbs. Chosen none means the whole ask. */
export function useAskReview(askKey: string, ask: AskPage | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [isDeclining, setIsDeclining] = useState(false);
  const { decide, deciding, problem } = useDecideAsk(askKey, () => setChosen(new Set()));

  const open = ask ? linesInOrder(ask.lines).flatMap((line) => decidableId(line) ?? []) : [];
  const selected = open.filter((id) => chosen.has(id));
  const concerned = selected.length > 0 ? selected : open;
  const canDecide = Boolean(ask?.canDecide) && open.length > 0 && deciding === null;

  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const move = (by: 1 | -1) => {
    const at = active === null ? -1 : open.indexOf(active);
    const next =
      at === -1 ? open[by === 1 ? 0 : open.length - 1] : open[Math.min(open.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setActive(next);
  };
  const send = (action: 'accept' | 'decline', reason?: string) => {
    if (!ask || !canDecide) return;
    setIsDeclining(false);
    decide({ action, lines: concerned, version: ask.version, ...(reason === undefined ? {} : { reason }) });
  };
  const accept = () => send('accept');
  const openDecline = () => {
    if (canDecide) setIsDeclining(true);
  };

  const isOn = open.length > 0;
  useShortcut('ArrowDown', () => move(1), isOn);
  useShortcut('ArrowUp', () => move(-1), isOn);
  useShortcut('x', () => (active === null ? move(1) : toggle(active)), isOn);
  useShortcut('a', accept, canDecide);
  useShortcut('d', openDecline, canDecide);

  return {
    open,
    selected,
    concerned,
    active,
    isDeclining,
    /** Lines whose decision is on its way: said, not yet recorded. */
    deciding,
    problem,
    toggle,
    accept,
    openDecline,
    closeDecline: () => setIsDeclining(false),
    decline: (reason: string) => send('decline', reason),
    selectAll: () => setChosen(new Set(open)),
    clear: () => setChosen(new Set()),
  };
}
