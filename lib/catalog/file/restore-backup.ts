import type { ModelDocument, RecordId } from '@/lib/model/records';
import type { WorkspaceSnapshot } from '../snapshot';
import type { Layout, WorkspaceBackup } from '../workspace-backup';
import { type Cursor, child, entriesOf, findingAt, itemsOf, textOf } from './cursor';
import type { WorkspaceFile } from './file-schema';
import type { Finding } from './finding';
import { mapRecordIds } from './map-record-ids';

/** Per product, from the id a file gives a record (`entity:order`) to the id it really has. */
type Ids = ReadonlyMap<string, ReadonlyMap<string, RecordId>>;

/** Gives records the ids the `ids` block says, and places them where `layouts` says. Both blocks have been checked. */
export function restoreBackup(file: WorkspaceFile, snapshot: WorkspaceSnapshot): WorkspaceBackup {
  const ids: Ids = new Map(Object.entries(file.ids ?? {}).map(([key, own]) => [key, new Map(Object.entries(own))]));
  const products = snapshot.products.map((product) => ({
    ...product,
    model: ids.has(product.key) ? mapRecordIds(product.model, idIn(ids, product.key)) : product.model,
  }));
  const { people, versions, requirements } = file;
  const blocks = Object.fromEntries(
    Object.entries({ people, versions, requirements }).filter(([, block]) => block !== undefined),
  );
  return { snapshot: { ...snapshot, products }, layouts: restoreLayouts(file, ids), blocks };
}

function restoreLayouts({ layouts }: WorkspaceFile, ids: Ids): Record<string, Layout> | null {
  if (!layouts) return null;
  const restored = Object.entries(layouts).map(
    ([key, { positions, pinned, hidden, views, areas }]): [string, Layout] => {
      const to = idIn(ids, key);
      const placed = Object.entries(positions).map(([id, place]) => [to(id), place]);
      const kept = views.map((view) => ({ ...view, hidden: view.hidden.map(to) }));
      const framed = areas.map(({ id, ...area }) => [id, { ...area, members: area.members.map(to) }]);
      return [
        key,
        {
          positions: Object.fromEntries(placed),
          pinned: pinned.map(to),
          hidden: hidden.map(to),
          views: kept,
          areas: Object.fromEntries(framed),
        },
      ];
    },
  );
  return Object.fromEntries(restored);
}

function idIn(ids: Ids, product: string): (id: string) => RecordId {
  return (id) => ids.get(product)?.get(id) ?? id;
}

/** What the two blocks name that is not there, and ids that two records of one product would share. */
export function findBackupProblems(root: Cursor, snapshot: WorkspaceSnapshot): Finding[] {
  const models = new Map(snapshot.products.map((product) => [product.key, product.model]));
  const ids = entriesOf(child(root, 'ids')).flatMap(({ key, keyCursor, value }) => {
    const model = models.get(key);
    return model ? [...findStrangers(value, model), ...findSharedIds(value, model)] : [unknownProduct(keyCursor, key)];
  });
  const layouts = entriesOf(child(root, 'layouts')).flatMap(({ key, keyCursor, value }) => {
    const model = models.get(key);
    if (!model) return [unknownProduct(keyCursor, key)];
    const areas = itemsOf(child(value, 'areas'));
    const lists = [value, ...itemsOf(child(value, 'views')), ...areas].flatMap((part) => [
      ...itemsOf(child(part, 'pinned')),
      ...itemsOf(child(part, 'hidden')),
      ...itemsOf(child(part, 'members')),
    ]);
    const strays = lists.filter((item) => !hasRecord(model, textOf(item) ?? ''));
    return [
      ...findStrangers(child(value, 'positions'), model),
      ...strays.map((item) => unknownRecord(item, textOf(item) ?? '')),
      ...findRepeated(
        areas.map((area) => child(area, 'id')),
        'area',
      ),
      ...findRepeated(
        areas.flatMap((area) => itemsOf(child(area, 'members'))),
        'member of an area',
      ),
    ];
  });
  return [...ids, ...layouts];
}

/** An area is told by its id, and a card is in one area at most. */
function findRepeated(items: readonly Cursor[], what: string): Finding[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const name = textOf(item) ?? '';
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [findingAt(item, { code: 'duplicate-name', what, name })] : [];
  });
}

function findStrangers(map: Cursor, model: ModelDocument): Finding[] {
  return entriesOf(map).flatMap(({ key, keyCursor }) => (hasRecord(model, key) ? [] : [unknownRecord(keyCursor, key)]));
}

function findSharedIds(map: Cursor, model: ModelDocument): Finding[] {
  const renamed = new Map(entriesOf(map).map(({ key, value }) => [key, value]));
  const taken = new Set(Object.keys(model.records).filter((id) => !renamed.has(id)));
  return [...renamed.values()].flatMap((cursor) => {
    const id = textOf(cursor) ?? '';
    const isShared = taken.has(id);
    taken.add(id);
    return isShared ? [findingAt(cursor, { code: 'duplicate-name', what: 'id', name: id })] : [];
  });
}

function hasRecord(model: ModelDocument, id: string): boolean {
  return Object.hasOwn(model.records, id);
}

function unknownRecord(cursor: Cursor, name: string): Finding {
  return findingAt(cursor, { code: 'unknown-reference', what: 'record', name, nearest: null });
}

function unknownProduct(cursor: Cursor, name: string): Finding {
  return findingAt(cursor, { code: 'unknown-reference', what: 'product', name, nearest: null });
}
