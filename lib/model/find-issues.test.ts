import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchModel } from './diff';
import { anEdit } from './edits/random-edit';
import { aMetric, anAttribute, anEntity, aShop, someSurroundings } from './factories';
import { findIssues } from './find-issues';

const drawn = (choices: number[]) => choices.reduce((made, choice, at) => anEdit(made, choice, `new-${at}`), aShop());

test('the shop has no problem', () => {
  expect(findIssues(aShop(), someSurroundings())).toEqual([]);
});

test('the model comes first, then its records by kind and name', () => {
  const model = aShop(
    aMetric({ name: 'zebra', formula: { kind: 'simple', measureId: null } }),
    aMetric({ name: 'ant', formula: { kind: 'simple', measureId: null } }),
    anAttribute({ entityId: 'order', name: 'wrong', expression: '(' }),
    anEntity({ name: 'depot' }),
  );
  const issues = findIssues(model, someSurroundings({ ownerKey: null }));
  expect(issues.map(({ at, code }) => `${at}: ${code}`)).toEqual([
    'null: use-case-without-owner',
    'depot: missing-grain',
    'order.wrong: expression-does-not-parse',
    'ant: metric-unfinished',
    'ant: metric-without-time',
    'zebra: metric-unfinished',
    'zebra: metric-without-time',
  ]);
});

test('the same records in another order of writing have the same problems in the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
      const model = drawn(choices);
      const reversed = { ...model, records: Object.fromEntries(Object.entries(model.records).reverse()) };
      expect(findIssues(reversed, someSurroundings())).toEqual(findIssues(model, someSurroundings()));
    }),
    { numRuns: 50 },
  );
});

test('every fix can be made, and takes its problem away', () => {
  const surroundings = someSurroundings();
  let fixes = 0;
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), (choices) => {
      const model = drawn(choices);
      const issues = findIssues(model, surroundings);
      for (const issue of issues) {
        if (issue.fix === undefined) continue;
        fixes += 1;
        const { fix: _fix, ...facts } = issue;
        const left = findIssues(patchModel(model, issue.fix), surroundings).map(({ fix: _, ...rest }) => rest);
        expect(left).not.toContainEqual(facts);
      }
    }),
    { numRuns: 100 },
  );
  expect(fixes).toBeGreaterThan(10);
});
