import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '@/lib/base/canonical-json';
import { applyDiff, diffModels, isEmptyDiff, type ModelDiff, patchOf, reverseDiff } from './diff';
import { anEdit } from './edits/random-edit';
import { aModel, anAttribute, anEntity, aShop } from './factories';
import type { ModelDocument } from './records';

test('two equal documents differ in nothing, whatever the order of their records', () => {
  const shop = aShop();
  const shuffled = { ...shop, records: Object.fromEntries(Object.entries(shop.records).reverse()) };
  expect(isEmptyDiff(diffModels(shop, shuffled))).toBe(true);
});

test('a difference names each record that changed once, with both sides', () => {
  const before = aModel(anEntity({ name: 'order' }), anAttribute({ entityId: 'order', name: 'status' }));
  const after = aModel(anEntity({ name: 'order', label: 'Order' }), { ...anEntity({ name: 'customer' }), id: 'new' });
  const diff = diffModels(before, after);
  expect(diff.map(({ id, before, after }) => [id, before !== null, after !== null])).toEqual([
    ['new', false, true],
    ['order', true, true],
    ['order.status', true, false],
  ]);
  expect(patchOf(diff)).toMatchObject({ remove: ['order.status'], put: [{ id: 'new' }, { id: 'order' }] });
});

test('a record whose id is a word of the language is a record like any other', () => {
  const strange = aModel({ ...anEntity({ name: 'strange' }), id: '__proto__' });
  const applied = applyDiff(aModel(), diffModels(aModel(), strange));
  expect(Object.keys(applied.records)).toEqual(['__proto__']);
  expect(applyDiff(applied, reverseDiff(diffModels(aModel(), strange)))).toEqual(aModel());
});

/** A run of edits, the document after each, and the differences between. */
function run(choices: readonly number[]): { documents: ModelDocument[]; diffs: ModelDiff[] } {
  const documents = [aShop()];
  for (const [at, choice] of choices.entries())
    documents.push(anEdit(documents.at(-1) ?? aShop(), choice, `new-${at}`));
  const diffs = documents.slice(1).map((document, at) => diffModels(documents[at] ?? document, document));
  return { documents, diffs };
}

const choices = (length: number) => fc.array(fc.nat(), { minLength: length, maxLength: length });

test('undone, a run of edits is as if it had not been', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 40 }), (picked) => {
      const { documents } = run(picked);
      const [before, after] = [documents[0] ?? aShop(), documents.at(-1) ?? aShop()];
      const diff = diffModels(before, after);
      expect(applyDiff(before, diff)).toEqual(after);
      expect(applyDiff(after, reverseDiff(diff))).toEqual(before);
      expect(reverseDiff(reverseDiff(diff))).toEqual(diff);
    }),
  );
});

test('a thousand random edits undone one by one give back the first document, byte for byte', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(choices(1000), (picked) => {
      const { documents, diffs } = run(picked);
      expect(diffs.filter((diff) => !isEmptyDiff(diff)).length).toBeGreaterThan(500);
      const undone = diffs.reduceRight(
        (document, diff) => applyDiff(document, reverseDiff(diff)),
        documents.at(-1) ?? aShop(),
      );
      expect(canonicalJson(undone)).toBe(canonicalJson(aShop()));
    }),
    { numRuns: 1 },
  );
});
