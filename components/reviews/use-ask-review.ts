'use client';

import { useState } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { AskPage, AskPageLine, DecideAsk } from '@/lib/api/asks';
import type { AskAction } from '@/lib/reviews/ask-action';
import { ACTIONS_IN_ORDER, askWords, needsWords } from './ask-words';
import { linesInOrder } from './line-parts';
import { useDecideAsk } from './use-decide-ask';

export type AskReview = ReturnType<typeof useAskReview>;
/** A verb that is being told: what is meant by it, before anything is sent. */
export type Telling = { action: AskAction; lines: AskPageLine[] };

/** The id of a line the reader may do something with; null for what nobody was asked or what is settled. */
export function actableId(line: AskPageLine): string | null {
  return line.id !== undefined && line.actions.length > 0 ? line.id : null;
}

/** Which lines are chosen, which one the keys act on, and the verbs the table allows on them. None chosen means all. */
export function useAskReview(askKey: string, ask: AskPage | undefined) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const [telling, setTelling] = useState<Telling | null>(null);
  const [providing, setProviding] = useState<string | null>(null);
  const { decide, deciding, problem, forget } = useDecideAsk(askKey, () => {
    setChosen(new Set());
    setTelling(null);
  });

  const open = ask ? linesInOrder(ask.lines).filter((line) => actableId(line) !== null) : [];
  const ids = open.flatMap((line) => actableId(line) ?? []);
  const selected = ids.filter((id) => chosen.has(id));
  const concerned = selected.length > 0 ? open.filter((line) => selected.includes(line.id ?? '')) : open;
  const isIdle = deciding === null && ask !== undefined;
  const possibleOn = (lines: readonly AskPageLine[], action: AskAction) =>
    lines.filter((line) => line.actions.includes(action));
  /** An offer is made in one unit: over several lines it has to be the same. */
  const isTold = (action: AskAction, lines: readonly AskPageLine[]) =>
    action !== 'counter' || new Set(lines.map((line) => `${line.kind} ${line.counterIn}`)).size === 1;
  const actions = ACTIONS_IN_ORDER.filter((action) => {
    const lines = possibleOn(concerned, action);
    return lines.length > 0 && isTold(action, lines);
  });

  const toggle = (id: string, isRange = false) => {
    const from = last === null ? -1 : ids.indexOf(last);
    const to = ids.indexOf(id);
    const range = isRange && from !== -1 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
    const isOn = !chosen.has(id);
    setLast(id);
    setChosen((before) => {
      const after = new Set(before);
      for (const one of range) isOn ? after.add(one) : after.delete(one);
      return after;
    });
  };
  const move = (by: 1 | -1) => {
    const at = active === null ? -1 : ids.indexOf(active);
    const next = at === -1 ? ids[by === 1 ? 0 : ids.length - 1] : ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) setActive(next);
  };
  const send = (told: Omit<DecideAsk, 'lines'>, lines: readonly AskPageLine[]) => {
    if (!ask || !isIdle) return;
    decide({ ...told, lines: lines.flatMap((line) => line.id ?? []), version: ask.version });
  };
  const act = (action: AskAction, on: readonly AskPageLine[] = concerned) => {
    const lines = possibleOn(on, action);
    if (lines.length === 0 || !isIdle || !isTold(action, lines)) return;
    forget();
    if (needsWords(action)) setTelling({ action, lines });
    else send({ action }, lines);
  };

  const isOn = ids.length > 0;
  useShortcut('ArrowDown', () => move(1), isOn);
  useShortcut('ArrowUp', () => move(-1), isOn);
  useShortcut('x', () => (active === null ? move(1) : toggle(active)), isOn);
  useVerbs(actions, act, isOn && isIdle && telling === null && providing === null);

  return {
    open,
    selected,
    concerned,
    actions,
    active,
    telling,
    /** Whose origin is being chosen: its target. The keys decide nothing meanwhile. */
    providing,
    provide: setProviding,
    /** Lines whose decision is on its way: said, not yet recorded. */
    deciding,
    problem,
    toggle,
    act,
    send,
    stopTelling: () => setTelling(null),
    countOf: (action: AskAction) => possibleOn(concerned, action).length,
    selectAll: () => setChosen(new Set(ids)),
    clear: () => setChosen(new Set()),
  };
}

/** One key per verb; a key several verbs share does whichever is possible. */
function useVerbs(actions: readonly AskAction[], act: (action: AskAction) => void, isOn: boolean) {
  const first = (keys: string) => actions.find((action) => askWords[action].keys === keys);
  const run = (keys: string) => {
    const action = first(keys);
    if (action) act(action);
  };
  useShortcut('a', () => run('a'), isOn && first('a') !== undefined);
  useShortcut('d', () => run('d'), isOn && first('d') !== undefined);
  useShortcut('c', () => run('c'), isOn && first('c') !== undefined);
  useShortcut('q', () => run('q'), isOn && first('q') !== undefined);
  useShortcut('l', () => run('l'), isOn && first('l') !== undefined);
  useShortcut('h', () => run('h'), isOn && first('h') !== undefined);
  useShortcut('r', () => run('r'), isOn && first('r') !== undefined);
  useShortcut('w', () => run('w'), isOn && first('w') !== undefined);
  useShortcut('b', () => run('b'), isOn && first('b') !== undefined);
}
