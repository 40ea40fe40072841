import { expect, test } from 'vitest';
import type { FoundConflict } from './conflict-facts';
import { settleWhenRead } from './settle-when-read';

test('who reads the last conflict first spends the budget as who reads them in order', () => {
  const read = (order: readonly number[]) => {
    const conflicts = settled([]);
    for (const at of order) void conflicts[at]?.words;
    return JSON.stringify(conflicts);
  };
  expect(read([2, 0, 1])).toBe(read([0, 1, 2]));
  expect(read([])).toContain('"words":"c: try 3"');
});

test('nothing is tried for a conflict that nobody reads', () => {
  const tried: string[] = [];
  const conflicts = settled(tried);
  expect(conflicts.map(({ at }) => at)).toEqual(['a', 'b', 'c']);
  expect(tried).toEqual([]);
  void conflicts[1]?.repairs;
  expect(tried).toEqual(['a', 'b']);
});

test('a search that proves its own ways out begins when its conflict is read, once, and spends no budget of others', () => {
  let searches = 0;
  const told = () => {
    searches += 1;
    return { words: 'told', repairs: [] };
  };
  const late: FoundConflict = { ...aConflict('late'), words: null, told };
  const [conflict] = settleWhenRead([late], ({ words, told: tell, ...facts }) => ({
    ...facts,
    ...(tell?.() ?? { words: words ?? '', repairs: [] }),
  }));
  expect(searches).toBe(0);
  expect([conflict?.words, conflict?.words, conflict?.repairs]).toEqual(['told', 'told', []]);
  expect(searches).toBe(1);
});

function aConflict(at: string): FoundConflict {
  return { code: 'definition', consumer: 'cdp-mart', at, products: [], path: [], numbers: {}, words: at };
}

/** Three conflicts with ways out, and a budget that tells which of them was tried when. */
function settled(tried: string[]) {
  const found = ['a', 'b', 'c'].map((at) => ({ ...aConflict(at), propose: () => [] }));
  return settleWhenRead(found, ({ propose: _, ...facts }) => {
    tried.push(facts.at);
    return { ...facts, words: `${facts.at}: try ${tried.length}`, repairs: [] };
  });
}
