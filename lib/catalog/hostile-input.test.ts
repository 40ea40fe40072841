import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileProblem } from './file-problem';
import { readWorkspace } from './read-workspace';
import { WorkspaceSnapshot } from './snapshot';
import { writeWorkspace } from './write-workspace';

const SAMPLE = readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8');
const HEAD = 'headwater: 1\nworkspace: { name: W }\n';

function times(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('');
}

/** Each alias names the one before it ten times over. */
function aliasBomb(levels: number): string {
  return `a0: &a0 [x]\n${times(levels, (n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join(', ')}]\n`)}`;
}

function deepAliases(levels: number): string {
  return `a0: &a0 [x]\n${times(levels, (n) => `a${n + 1}: &a${n + 1} [*a${n}]\n`)}`;
}

const BOMBS: [name: string, text: string, code: FileProblem['code'], place: string][] = [
  ['an alias bomb', HEAD + aliasBomb(9), 'too-large', '8:5'],
  ['nesting by aliases', HEAD + deepAliases(100), 'too-large', '67:6'],
  ['too many aliases', `${HEAD}a: &a x\nb: [${Array(300).fill('*a').join(', ')}]`, 'too-large', '4:805'],
  ['an alias of nothing', `${HEAD}a: *b`, 'alias', '3:4'],
  ['a value inside itself', `${HEAD}a: &a [ *a ]`, 'alias', '3:9'],
  ['a map inside itself', `${HEAD}a: &a\n  b: *a`, 'alias', '4:6'],
  ['deep brackets', '['.repeat(10_000), 'too-large', '1:65'],
  ['deep braces', '{a: '.repeat(10_000), 'too-large', '1:254'],
  ['deep dashes', '- '.repeat(10_000), 'too-large', '1:131'],
  ['deep explicit keys', '? '.repeat(10_000), 'too-large', '1:130'],
  ['deep JSON', `{"a": ${'['.repeat(10_000)}`, 'too-large', '1:70'],
  ['a wide list', `${HEAD}people: [${'a,'.repeat(150_000)}]`, 'too-large', '3:9'],
  ['a wide map', `${HEAD}people:\n${times(120_000, (n) => `  k${n}: 1\n`)}`, 'too-large', '4:3'],
  ['a wide list in JSON', `{"people": [${'1,'.repeat(150_000)}1]}`, 'too-large', '1:12'],
  ['a text that is too long', `${HEAD}# ${'x'.repeat(2_000_000)}`, 'too-large', '3:1999965'],
  ['a key of a page', `${HEAD}${'k'.repeat(5_000)}: 1`, 'unknown-key', '3:1'],
  ['a key of a page in quotes', `${HEAD}? "${'k'.repeat(5_000)}"\n: 1`, 'unknown-key', '3:3'],
  ['a prototype', `${HEAD}__proto__: { isAdmin: true }`, 'forbidden-key', '3:1'],
  ['a prototype deeper down', `${HEAD}people: { __proto__: { isAdmin: true } }`, 'forbidden-key', '3:11'],
  [
    'a prototype in JSON',
    '{"headwater": 1, "workspace": {"name": "W", "__proto__": {"x": 1}}}',
    'forbidden-key',
    '1:45',
  ],
  ['a constructor', `${HEAD}constructor: { prototype: { x: 1 } }`, 'unknown-key', '3:1'],
  ['a merge key', `${HEAD}<<: { products: [] }`, 'merge-key', '3:1'],
  ['a merged alias', `${HEAD}people: &p { a: 1 }\ncontracts: { <<: *p }`, 'merge-key', '4:14'],
  ['a function', `${HEAD}people: !!js/function 'function () {}'`, 'tag', '3:9'],
  ['an expression', `${HEAD}people: !!js/undefined ''`, 'tag', '3:9'],
  ['a binary', `${HEAD}people: !!binary aGk=`, 'tag', '3:9'],
  ['a date by tag', `${HEAD}people: !!timestamp 2026-01-01`, 'tag', '3:9'],
  ['a set', `${HEAD}people: !!set { a, b }`, 'tag', '3:9'],
  ['a tag of its own', `${HEAD}people: !<tag:x> { a: 1 }`, 'tag', '3:9'],
  ['a tag directive', `%TAG ! tag:x,2000:\n---\n${HEAD}`, 'tag', '1:1'],
  ['a duplicate key', `${HEAD}people: 1\npeople: 2`, 'duplicate-key', '4:1'],
  ['a number for a key', `${HEAD}people: { 1: a }`, 'key-not-text', '3:11'],
  ['a yes for a key', `${HEAD}people: { true: a }`, 'key-not-text', '3:11'],
  ['nothing for a key', `${HEAD}people: { ~: a }`, 'key-not-text', '3:11'],
  ['a list for a key', `${HEAD}? [a, b]\n: 1`, 'key-not-text', '3:3'],
  ['a map for a key', `${HEAD}? { a: b }\n: 1`, 'key-not-text', '3:3'],
  ['an alias for a key', `${HEAD}people: &k a\n*k : 1`, 'key-not-text', '4:1'],
  ['a NUL', `${HEAD}people: a\0b`, 'encoding', '3:10'],
  ['a NUL by escape', `${HEAD}people: "a\\0b"`, 'encoding', '3:9'],
  ['a NUL by escape in JSON', '{"headwater": 1, "workspace": {"name": "a\\u0000"}}', 'encoding', '1:40'],
  ['half a character', `${HEAD}people: \ud800`, 'encoding', '3:9'],
  ['half a character by escape', `${HEAD}people: "\\ud800"`, 'encoding', '3:9'],
  ['a byte order mark', `\ufeff${HEAD}`, 'encoding', '1:1'],
  ['UTF-16 read as UTF-8', Buffer.from(`\ufeff${HEAD}`, 'utf16le').toString('utf8'), 'encoding', '1:1'],
  ['UTF-16 without its mark', Buffer.from(HEAD, 'utf16le').toString('utf8'), 'encoding', '1:1'],
  ['UTF-16 the other way round', `\ufffe${HEAD}`, 'encoding', '1:1'],
  ['a tab before a key', `${HEAD}people:\n\ta: 1`, 'tabs', '4:1'],
  ['an unclosed quote', `${HEAD}people: "a`, 'syntax', '3:11'],
  ['an unclosed bracket', `${HEAD}people: [a`, 'syntax', '3:11'],
  ['a control character', `${HEAD}people: a\u0001`, 'syntax', '3:10'],
  ['a tag of a page', `${HEAD}people: !${'é'.repeat(5_000)} a`, 'syntax', '3:5010'],
  ['two documents', `${HEAD}---\n${HEAD}`, 'several-documents', '4:1'],
  ['nothing', '', 'empty', '1:1'],
  ['only a comment', '# a\n', 'empty', '1:1'],
  ['a text', 'hello', 'wrong-value', '1:1'],
  ['a list', '[]', 'wrong-value', '1:1'],
  ['JSON with a comment', '{"headwater": 1 /* */}', 'syntax', '1:17'],
  ['JSON with a comma too many', '{"headwater": 1,}', 'syntax', '1:17'],
  ['JSON that goes on', '{"headwater": 1} x', 'syntax', '1:18'],
];

describe('bombs are refused with their place, within the time of a test', () => {
  test.each(BOMBS)('%s', (_, text, code, place) => {
    const read = readWorkspace(text);
    const problems = read.ok ? [] : read.error;
    expect(problems.map((problem) => `${problem.line}:${problem.column} ${problem.code}`)).toContain(
      `${place} ${code}`,
    );
    expect(Math.max(...problems.map((problem) => problem.words.length))).toBeLessThan(500);
  });
});

test('ten thousand references to nothing, in a file of a thousand names, are all told', () => {
  const keys = times(1_000, (n) => `  - { key: domain-with-a-long-name-${n}, name: A }\n`);
  const teams = times(10_000, (n) => `  - { key: team-${n}, name: A, domain: domain-with-a-long-nome-${n} }\n`);
  const read = readWorkspace(`${HEAD}domains:\n${keys}teams:\n${teams}`);
  expect(read.ok ? 0 : read.error.length).toBe(10_000);
}, 30_000);

test('a loop through nine thousand products is found without a stack of that depth, and named briefly', () => {
  const products = times(
    9_000,
    (n) =>
      `  - { key: agg-${n}, model: { entities: [ { key: e, from: { entity: agg-${(n + 1) % 9_000}.e, as: x } } ] } }\n`,
  );
  const read = readWorkspace(`${HEAD}products:\n${products}`, { limits: { valuesMax: 1_000_000 } });
  const problems = read.ok ? [] : read.error;
  expect(problems.map(({ code }) => code)).toEqual(['loop']);
  expect(problems[0]?.words.length).toBeLessThan(500);
}, 60_000);

test('the limits are settings', () => {
  const text = `${HEAD}domains: [ { key: a, name: A } ]`;
  expect(readWorkspace(text).ok).toBe(true);
  for (const limits of [{ valuesMax: 7 }, { charactersMax: 50 }, { depthMax: 2 }]) {
    expect(readWorkspace(text, { limits })).toMatchObject({ ok: false, error: [{ code: 'too-large' }] });
  }
  expect(readWorkspace(text, { limits: { valuesMax: 8, depthMax: 3 } }).ok).toBe(true);
});

test('what is read from a hostile file cannot reach a prototype', () => {
  readWorkspace(`${HEAD}people: { __proto__: { polluted: 1 }, constructor: { prototype: { polluted: 1 } } }`);
  expect('polluted' in {}).toBe(false);
});

/** What may be written into a file anywhere. */
const FRAGMENT = fc.oneof(
  fc.constantFrom(...' \n\t:-?,[]{}#&*!|>\'"%@`\\~0'.split('')),
  fc.constantFrom(
    '- ',
    ': ',
    '\n  ',
    '&a ',
    '*a ',
    '<<: ',
    '!!str ',
    '---\n',
    '...\n',
    '__proto__: ',
    'null',
    '1e999',
    '.nan',
  ),
  fc.constantFrom(
    'key: ',
    'products:\n',
    'model: ',
    'entities: [',
    'on: ',
    'order.status',
    '{ }',
    '\ufeff',
    '\0',
    '\ud800',
  ),
  fc.string({ maxLength: 5 }),
);
const CHANGE = fc.record({ at: fc.nat(), drop: fc.nat({ max: 40 }), put: fc.array(FRAGMENT, { maxLength: 3 }) });

function changed(text: string, changes: readonly { at: number; drop: number; put: readonly string[] }[]): string {
  return changes.reduce((before, { at, drop, put }) => {
    const start = at % (before.length + 1);
    return before.slice(0, start) + put.join('') + before.slice(start + drop);
  }, text);
}

function expectAnAnswer(text: string, format?: 'yaml' | 'json'): void {
  const read = readWorkspace(text, format ? { format } : {});
  if (read.ok) {
    expect(WorkspaceSnapshot.safeParse(read.value).error?.issues).toBeUndefined();
    return;
  }
  const lines = text.split('\n');
  expect(read.error.length).toBeGreaterThan(0);
  for (const { line, column, words } of read.error) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
    expect(words).toMatch(/\S[.?]$/);
  }
}

/** What stands where something else belongs; `undefined` leaves its key out. */
const STRANGE = [
  null,
  undefined,
  '',
  'model',
  'order',
  'order.status',
  '.',
  'a.b.c',
  ':',
  -1,
  Number.POSITIVE_INFINITY,
  true,
  [],
  {},
  [[]],
  ['order', 'order'],
  { key: 'x' },
];
/** About as many values as the sample has. */
const PLACES = 5_000;

/** Small enough to be changed thousands of times, and with everything a model may hold. */
const RETENTION = `${SAMPLE.slice(0, SAMPLE.indexOf('sources:'))}products:\n${SAMPLE.slice(SAMPLE.indexOf('  - key: cdp-retention'))}`;

describe('whatever is done to a file, the answer is a workspace or problems with their places', () => {
  const run = { endOnFailure: true };

  test('the sample, changed here and there', () => {
    fc.assert(
      fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 4 }), (changes) =>
        expectAnAnswer(changed(SAMPLE, changes)),
      ),
      { ...run, numRuns: 60 },
    );
  }, 60_000);

  test('one model, changed here and there', () => {
    fc.assert(
      fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 6 }), (changes) =>
        expectAnAnswer(changed(RETENTION, changes)),
      ),
      { ...run, numRuns: 120 },
    );
  }, 60_000);

  test('a few lines, changed beyond recognition', () => {
    const few = `${HEAD}domains:\n  - { key: a, name: "A" }\nproducts:\n  - key: cdp-a\n    domain: a\n    model: { entities: [] }\n`;
    const json = JSON.stringify(
      { headwater: 1, workspace: { name: 'W' }, domains: [{ key: 'a', name: 'A' }] },
      null,
      1,
    );
    fc.assert(
      fc.property(fc.array(CHANGE, { minLength: 1, maxLength: 8 }), fc.boolean(), (changes, isJson) =>
        expectAnAnswer(changed(isJson ? json : few, changes), isJson ? 'json' : 'yaml'),
      ),
      { ...run, numRuns: 1_000 },
    );
  }, 60_000);

  test('the sample, with wrong things in right places', () => {
    const read = readWorkspace(SAMPLE);
    const whole: unknown = read.ok ? JSON.parse(writeWorkspace(read.value, { format: 'json' })) : null;
    const swap = fc.record({ at: fc.nat(), to: fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue({ maxDepth: 1 })) });
    fc.assert(
      fc.property(fc.array(swap, { minLength: 1, maxLength: 4 }), (swaps) => {
        let count = 0;
        const file = JSON.stringify(whole, (_, value: unknown) => {
          const found = swaps.find(({ at }) => at % PLACES === count);
          count++;
          return found ? found.to : value;
        });
        expectAnAnswer(file);
      }),
      { ...run, numRuns: 40 },
    );
  }, 60_000);

  test('no file at all', () => {
    fc.assert(
      fc.property(
        fc.array(FRAGMENT, { maxLength: 40 }),
        fc.constantFrom(undefined, 'yaml' as const, 'json' as const),
        (parts, format) => expectAnAnswer(parts.join(''), format),
      ),
      { ...run, numRuns: 1_000 },
    );
  }, 60_000);
});
