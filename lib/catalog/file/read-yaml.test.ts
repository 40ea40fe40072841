import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './limits';
import { placesIn } from './places';
import { readYaml } from './read-yaml';
import { nearestNode, type TreePath, toPlainValue } from './tree';

function treeOf(text: string) {
  const { tree, findings } = readYaml(text, DEFAULT_LIMITS);
  expect(findings).toEqual([]);
  if (!tree) throw new Error('there is no tree');
  return tree;
}

test('what the parser of the house loads is what is read', () => {
  const value = fc
    .jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })
    .map((plain): unknown => JSON.parse(JSON.stringify(plain)))
    .filter((plain) => !/__proto__|\\u0000|\\ud[89a-f]|"<<"/.test(JSON.stringify(plain)));
  fc.assert(
    fc.property(value, fc.constantFrom(-1, 0, 1, 2), (plain, flowLevel) => {
      const text = dump(plain, { flowLevel });
      expect(toPlainValue(treeOf(text))).toEqual(load(text));
    }),
    { numRuns: 300 },
  );
});

test('an unquoted word is read by YAML 1.2 and no other', () => {
  const words = 'null ~ true TRUE no yes on y 1 -1 007 0x1F 0o17 0b1 1e3 1_000 .5 12:30 2026-12-15 =';
  const text = words
    .split(' ')
    .map((word) => `- ${word}\n`)
    .join('');
  expect(toPlainValue(treeOf(text))).toEqual([
    null,
    null,
    true,
    true,
    'no',
    'yes',
    'on',
    'y',
    1,
    -1,
    7,
    31,
    15,
    '0b1',
    1000,
    '1_000',
    0.5,
    '12:30',
    '2026-12-15',
    '=',
  ]);
});

test('every value knows where it stands, quotes, anchors and blocks included', () => {
  const text = [
    'a: plain',
    'b: "quoted"',
    "c:   'single'",
    'd: &x { e: [1,  2] }',
    'f:',
    '  g: |',
    '    text',
    'h: *x',
    '"i": ~',
    'j:',
  ].join('\n');
  const tree = treeOf(text);
  const placeOf = placesIn(text);
  const place = (...path: TreePath) => {
    const { line, column } = placeOf(nearestNode(tree, path).at);
    return `${line}:${column}`;
  };
  expect(place()).toBe('1:1');
  expect(['a', 'b', 'c', 'd', 'h', 'i'].map((key) => place(key))).toEqual(['1:4', '2:4', '3:6', '4:4', '4:4', '9:6']);
  expect(place('d', 'e')).toBe('4:12');
  expect(place('d', 'e', 1)).toBe('4:17');
  expect(place('f')).toBe('6:3');
  expect(place('j')).toBe('10:1');
  expect(place('nothing', 'there')).toBe('1:1');
});

test('what aliases expand to is counted without expanding', () => {
  const tree = treeOf('a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]');
  expect(
    [nearestNode(tree, ['a']), nearestNode(tree, ['b']), nearestNode(tree, ['c'])].map(({ size }) => size),
  ).toEqual([3, 7, 15]);
  expect(tree).toMatchObject({ size: 26, depth: 4 });
  expect(nearestNode(tree, ['b', 0])).toBe(nearestNode(tree, ['c', 1, 1]));
});
