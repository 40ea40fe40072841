import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchModel } from './diff';
import { aModel, anEntity } from './factories';
import { markModel } from './mark-model';

const names = fc.array(fc.record({ id: fc.integer({ min: 0, max: 9 }), name: fc.string() }), { maxLength: 12 });
const entities = (given: readonly { id: number; name: string }[]) =>
  given.map(({ id, name }) => anEntity({ id: `e${id}`, name }));

test('a mark after any run of edits is that of the same document made at once', () => {
  fc.assert(
    fc.property(
      names,
      fc.array(fc.tuple(names, fc.array(fc.integer({ min: 0, max: 9 }))), { maxLength: 6 }),
      (first, edits) => {
        let document = aModel(entities(first));
        markModel(document);
        for (const [put, remove] of edits) {
          document = patchModel(document, { put: entities(put), remove: remove.map((id) => `e${id}`) });
          markModel(document);
        }
        const turned = Object.fromEntries(Object.entries(structuredClone(document.records)).reverse());
        expect(markModel({ schemaVersion: 1, records: turned })).toBe(markModel(document));
      },
    ),
  );
});

test('documents that say different things have different marks', () => {
  const texts = Array.from({ length: 5_000 }, (_, at) => markModel(aModel(anEntity({ name: `thing_${at}` }))));
  expect(new Set(texts).size).toBe(5_000);
  expect(markModel(aModel(anEntity({ name: 'a' }), anEntity({ name: 'b' })))).not.toBe(
    markModel(aModel(anEntity({ name: 'a' }))),
  );
});
