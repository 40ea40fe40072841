import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDiff, diffModels, patchModel } from './diff';
import { removeRecords } from './edits/plan-removal';
import { anEdit } from './edits/random-edit';
import { setFields } from './edits/set-fields';
import { anEntityWith, aShop } from './factories';
import { mergeDrafts } from './merge-drafts';
import { attributesIn } from './model-index';
import type { ModelDocument } from './records';

const labelled = (document: ModelDocument, id: string, label: string) =>
  setFields(document, { kind: 'entity', id, fields: { label } });
const without = (document: ModelDocument, id: string): ModelDocument => ({
  ...document,
  records: Object.fromEntries(Object.entries(document.records).filter(([key]) => key !== id)),
});

test('what only one of two people touched is taken from them', () => {
  const base = aShop();
  const { document, conflicts } = mergeDrafts(
    base,
    labelled(base, 'order', 'Sale'),
    labelled(base, 'customer', 'Buyer'),
  );
  expect(conflicts).toEqual([]);
  expect(document).toEqual(labelled(labelled(base, 'order', 'Sale'), 'customer', 'Buyer'));
});

test('what both changed alike is no conflict; what they changed differently is, and mine stays on screen', () => {
  const base = aShop();
  expect(mergeDrafts(base, labelled(base, 'order', 'Sale'), labelled(base, 'order', 'Sale')).conflicts).toEqual([]);
  const merge = mergeDrafts(base, labelled(base, 'order', 'Sale'), labelled(base, 'order', 'Purchase'));
  expect(merge.document.records.order).toMatchObject({ label: 'Sale' });
  expect(merge.conflicts).toMatchObject([
    { id: 'order', base: { label: null }, mine: { label: 'Sale' }, theirs: { label: 'Purchase' } },
  ]);
});

test('removing what the other changed is a conflict, both ways round', () => {
  const base = aShop();
  const changed = labelled(base, 'order', 'Sale');
  expect(mergeDrafts(base, without(base, 'order'), changed)).toMatchObject({
    document: without(base, 'order'),
    conflicts: [{ id: 'order', mine: null, theirs: { label: 'Sale' } }],
  });
  expect(mergeDrafts(base, changed, without(base, 'order'))).toMatchObject({
    document: changed,
    conflicts: [{ id: 'order', mine: { label: 'Sale' }, theirs: null }],
  });
});

test('who keeps what the other removed keeps what went with it: fields, their whole, and mentions elsewhere', () => {
  const base = aShop();
  const gone = removeRecords(base, ['order']);
  const field = attributesIn(base, 'order')[0]?.id ?? '';
  const renamed = setFields(base, { kind: 'attribute', id: field, fields: { label: 'Mine' } });
  for (const changed of [labelled(base, 'order', 'Sale'), renamed]) {
    const { document, conflicts } = mergeDrafts(base, changed, gone);
    expect(document).toEqual(changed);
    expect(conflicts).toHaveLength(1);
    const back = conflicts.flatMap(({ id, theirs, along }) => [{ id, theirs }, ...along]);
    const put = back.flatMap(({ theirs }) => theirs ?? []);
    expect(patchModel(document, { put, remove: back.flatMap(({ id, theirs }) => (theirs ? [] : id)) })).toEqual(gone);
    const turned = mergeDrafts(base, gone, changed);
    expect(turned.document).toEqual(gone);
    const kept = turned.conflicts.flatMap(({ theirs, along }) => [theirs, ...along.map((one) => one.theirs)]);
    expect(patchModel(gone, { put: kept.flatMap((record) => record ?? []), remove: [] })).toEqual(changed);
  }
});

test('an id both invented for different things is a conflict without a base', () => {
  const base = aShop();
  const [mine, theirs] = ['a', 'b'].map((name) => {
    const [entity] = anEntityWith(name, {});
    return entity ? { ...base, records: { ...base.records, same: { ...entity, id: 'same' } } } : base;
  });
  expect(mine && theirs && mergeDrafts(base, mine, theirs).conflicts).toMatchObject([{ id: 'same', base: null }]);
});

const edited = (document: ModelDocument, choices: number[], start: string) =>
  choices.reduce((made, choice, at) => anEdit(made, choice, `${start}-${at}`), document);
const choices = fc.array(fc.nat(), { maxLength: 15 });

test('merging with nobody’s work is one’s own work, and with one’s own work nothing happens', () => {
  fc.assert(
    fc.property(choices, choices, (before, mine) => {
      const base = edited(aShop(), before, 'base');
      const changed = edited(base, mine, 'mine');
      expect(mergeDrafts(base, changed, base)).toEqual({ document: changed, conflicts: [] });
      expect(mergeDrafts(base, base, changed)).toEqual({ document: changed, conflicts: [] });
      expect(mergeDrafts(base, changed, changed)).toEqual({ document: changed, conflicts: [] });
    }),
  );
});

test('everything I did is in the merge, and everything they did unless it is listed as a conflict', () => {
  fc.assert(
    fc.property(choices, choices, (mine, theirs) => {
      const base = aShop();
      const [my, their] = [edited(base, mine, 'mine'), edited(base, theirs, 'theirs')];
      const { document, conflicts } = mergeDrafts(base, my, their);
      const disputed = new Set(conflicts.flatMap(({ id, along }) => [id, ...along.map((one) => one.id)]));
      expect(applyDiff(document, diffModels(base, my))).toEqual(document);
      const undisputed = diffModels(base, their).filter(({ id }) => !disputed.has(id));
      expect(applyDiff(document, undisputed)).toEqual(document);
    }),
  );
});
