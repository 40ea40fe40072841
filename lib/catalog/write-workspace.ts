import { compareText } from '@/lib/base/compare-text';
import type { RecordId } from '@/lib/model/records';
import { fileIdsOf } from './file/file-ids';
import { fromSnapshot } from './file/from-snapshot';
import { renderYaml, type Writable, type WritableMap } from './file/render-yaml';
import type { Unwritable } from './file/unwritable';
import type { WorkspaceSnapshot } from './snapshot';
import type { Layout, WorkspaceBackup } from './workspace-backup';

export type WriteOptions = { format?: 'yaml' | 'json' };

/**
 * The canonical file of a workspace: defaults left out, one layout, the same bytes for the same snapshot. Record ids are
 * not written; reading gives each record the id its name makes. A snapshot in which `findUnwritable` finds something is a
 * bug of the caller.
 */
export function writeWorkspace(snapshot: WorkspaceSnapshot, options: WriteOptions = {}): string {
  const { catalog, contracts } = toFile(snapshot);
  return render({ ...catalog, contracts }, options);
}

/** The same with everything a full backup holds. Ids are written where they are not what the file would give. */
export function writeBackup(backup: WorkspaceBackup, options: WriteOptions = {}): string {
  const { snapshot, layouts, blocks } = backup;
  const { catalog, contracts } = toFile(snapshot);
  const fileIds = new Map(snapshot.products.map(({ key, model }) => [key, fileIdsOf(model)]));
  const others = Object.entries(blocks).map(([key, block]): [string, Writable] => [key, toWritable(block)]);
  const whole: WritableMap = {
    ...catalog,
    ids: writeIds(fileIds),
    layouts: layouts === null ? undefined : writeLayouts(layouts, fileIds),
    ...Object.fromEntries(others),
    contracts,
  };
  return render(whole, options);
}

/** The records no file can hold: of one name, of a name no reference could spell, or referring to what is gone. */
export function findUnwritable(snapshot: WorkspaceSnapshot): Unwritable[] {
  return fromSnapshot(snapshot).unwritable;
}

function toFile(snapshot: WorkspaceSnapshot): { catalog: WritableMap; contracts: Writable | undefined } {
  const { file, unwritable } = fromSnapshot(snapshot);
  const [first] = unwritable;
  if (first)
    throw new Error(`a record no file can hold was not looked for: ${first.product} ${first.id} ${first.because}`);
  const { ids: _ids, layouts: _layouts, people: _p, versions: _v, requirements: _r, contracts, ...catalog } = file;
  return { catalog, contracts };
}

function render(file: WritableMap, { format = 'yaml' }: WriteOptions): string {
  return format === 'json' ? `${JSON.stringify(file, null, 2)}\n` : renderYaml(file);
}

type FileIds = ReadonlyMap<string, ReadonlyMap<RecordId, RecordId>>;

function writeIds(fileIds: FileIds): WritableMap | undefined {
  const products = Array.from(fileIds, ([key, ids]): [string, WritableMap] => {
    const others = Array.from(ids, ([id, fileId]): [string, string] => [fileId, id]).filter(
      ([from, to]) => from !== to,
    );
    return [key, Object.fromEntries(others)];
  });
  const written = products.filter(([, ids]) => Object.keys(ids).length > 0);
  return written.length === 0 ? undefined : Object.fromEntries(written);
}

/** Places of records that are gone are left behind. */
function writeLayouts(layouts: Record<string, Layout>, fileIds: FileIds): WritableMap {
  const written = Object.entries(layouts).flatMap(
    ([key, { positions, pinned, hidden, views, areas }]): [string, WritableMap][] => {
      const ids = fileIds.get(key);
      if (!ids) return [];
      const places = Array.from(ids, ([id, fileId]): [string, WritableMap | undefined] => [fileId, positions[id]]);
      const listed = (list: readonly RecordId[]) => list.flatMap((id) => ids.get(id) ?? []);
      const kept = views.map(({ name, box, hidden: away }) => ({ name, box, hidden: listed(away) }));
      const framed = Object.entries(areas)
        .sort(([a], [b]) => compareText(a, b))
        .map(([id, { name, color, members, isFolded }]) => ({
          id,
          name,
          color,
          members: listed(members),
          isFolded: isFolded ? true : undefined,
        }))
        .filter(({ members }) => members.length > 0);
      return [
        [
          key,
          {
            positions: Object.fromEntries(places),
            pinned: unlessEmpty(listed(pinned)),
            hidden: unlessEmpty(listed(hidden)),
            views: unlessEmpty(kept),
            areas: unlessEmpty(framed),
          },
        ],
      ];
    },
  );
  return Object.fromEntries(written);
}

function unlessEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Blocks come from a file or a store and hold plain data; anything else in one is a bug. */
function toWritable(value: unknown): Writable {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (Array.isArray(value)) return value.map(toWritable);
  if (typeof value !== 'object') throw new TypeError(`not plain data: ${typeof value}`);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toWritable(part)]));
}
