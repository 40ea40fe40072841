import { expect, test } from 'vitest';
import { matchItems } from './match-items';

const item = (label: string, keywords: string[] = []) => ({ key: label, label, keywords, onSelect: () => {} });
const items = [item('Narrow the navigation'), item('Act as Fábio Nunes'), item('Orders'), item('Lineage', ['map'])];
const found = (query: string) => matchItems(items, query).map((one) => one.label);

test('a query matches the beginnings of words, not their middles', () => {
  expect(found('or')).toEqual(['Orders']);
});

test('every word of the query must begin some word', () => {
  expect(found('act nun')).toEqual(['Act as Fábio Nunes']);
  expect(found('act orders')).toEqual([]);
});

test('accents do not matter, and other words for a thing count', () => {
  expect(found('fabio')).toEqual(['Act as Fábio Nunes']);
  expect(found('map')).toEqual(['Lineage']);
});

test('no query leaves everything in its order', () => {
  expect(found('')).toHaveLength(items.length);
});
