import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffModels, patchModel } from './diff';
import { editedBetween } from './edit-trail';
import { anEdit } from './edits/random-edit';
import { aModel, anEntity, aShop } from './factories';
import { indexModel } from './model-index';
import type { ModelDocument } from './records';

const copyOf = (document: ModelDocument): ModelDocument => ({ ...document, records: { ...document.records } });

test('what edits changed is known without comparing, and is never less than what differs', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (picked) => {
      const start = aShop();
      const end = picked.reduce((document, choice, at) => anEdit(document, choice, `new-${at}`), start);
      const differing = diffModels(copyOf(start), copyOf(end)).map(({ id }) => id);
      const edited = editedBetween(start, end) ?? new Set();
      expect(differing.filter((id) => !edited.has(id))).toEqual([]);
      expect(diffModels(start, end).map(({ id }) => id)).toEqual(differing);
    }),
  );
});

test('an index mended edit by edit is the index of the document', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 30 }), (picked) => {
      let document = aShop();
      for (const [at, choice] of picked.entries()) {
        indexModel(document);
        document = anEdit(document, choice, `new-${at}`);
        const mended = indexModel(document);
        expect(mended).toEqual(indexModel(copyOf(document)));
        indexModel(document);
      }
    }),
  );
});

test('of two documents that do not come from one another nothing is known', () => {
  const shop = aShop();
  const entity = anEntity({ name: 'strange' });
  const [one, other] = [
    patchModel(shop, { put: [entity], remove: [] }),
    patchModel(shop, { put: [entity], remove: [] }),
  ];
  expect(editedBetween(one, other)).toBeNull();
  expect(editedBetween(other, shop)).toBeNull();
  expect(editedBetween(shop, aModel(entity))).toBeNull();
  expect(editedBetween(shop, other)).toEqual(new Set([entity.id]));
});
