import type { Area, Areas } from '@/lib/model/area';
import type { NamedView } from '@/lib/model/layout';
import type { RecordId } from '@/lib/model/records';
import { isSameList } from './is-same-list';

export type Position = { readonly x: number; readonly y: number };

/** Where cards stand and which are drawn, beside the model: moving or hiding one changes no record and makes no version. */
export type CanvasLayout = {
  readonly positions: Readonly<Record<RecordId, Position>>;
  readonly pinned: readonly RecordId[];
  readonly hidden: readonly RecordId[];
  readonly views: readonly NamedView[];
  readonly areas: Areas;
};
/** What of a layout is set by name rather than card by card. */
export type LayoutLists = Omit<CanvasLayout, 'positions'>;
export const EMPTY_LAYOUT: CanvasLayout = { positions: {}, pinned: [], hidden: [], views: [], areas: {} };

type Change<T> = { readonly from: T; readonly to: T } | null;
type Changed<T> = readonly { readonly id: string; readonly from: T | null; readonly to: T | null }[];

/** What a gesture did to the layout, both ways round. */
export type LayoutDiff = {
  readonly moved: Changed<Position>;
  readonly areas: Changed<Area>;
  readonly pinned: Change<readonly RecordId[]>;
  readonly hidden: Change<readonly RecordId[]>;
  readonly views: Change<readonly NamedView[]>;
};

/** What changed between two layouts, by id; cards that stand where they stood are left out. */
export function diffLayouts(before: CanvasLayout, after: CanvasLayout): LayoutDiff {
  return {
    moved: changedIn(before.positions, after.positions, isSamePlace),
    areas: changedIn(before.areas, after.areas, isSameArea),
    pinned: changeOf(before.pinned, after.pinned),
    hidden: changeOf(before.hidden, after.hidden),
    views: changeOf(before.views, after.views),
  };
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.x === b.x && a.y === b.y;
}

function isSameArea(a: Area, b: Area): boolean {
  return (
    a === b ||
    (a.name === b.name && a.color === b.color && a.isFolded === b.isFolded && isSameList(a.members, b.members))
  );
}

function changedIn<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  isSame: (a: T, b: T) => boolean,
): Changed<T> {
  if (before === after) return [];
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].sort().flatMap((id) => {
    const from = before[id] ?? null;
    const to = after[id] ?? null;
    return from === to || (from !== null && to !== null && isSame(from, to)) ? [] : [{ id, from, to }];
  });
}

function changeOf<T>(from: T, to: T): Change<T> {
  return from === to ? null : { from, to };
}

export function isEmptyLayoutDiff({ moved, areas, pinned, hidden, views }: LayoutDiff): boolean {
  return moved.length === 0 && areas.length === 0 && pinned === null && hidden === null && views === null;
}

export function reverseLayoutDiff({ moved, areas, pinned, hidden, views }: LayoutDiff): LayoutDiff {
  return {
    moved: reversed(moved),
    areas: reversed(areas),
    pinned: pinned && { from: pinned.to, to: pinned.from },
    hidden: hidden && { from: hidden.to, to: hidden.from },
    views: views && { from: views.to, to: views.from },
  };
}

function reversed<T>(changed: Changed<T>): Changed<T> {
  return changed.map(({ id, from, to }) => ({ id, from: to, to: from }));
}

export function applyLayoutDiff(
  layout: CanvasLayout,
  { moved, areas, pinned, hidden, views }: LayoutDiff,
): CanvasLayout {
  return {
    positions: withChanged(layout.positions, moved),
    areas: withChanged(layout.areas, areas),
    pinned: pinned?.to ?? layout.pinned,
    hidden: hidden?.to ?? layout.hidden,
    views: views?.to ?? layout.views,
  };
}

function withChanged<T>(all: Readonly<Record<string, T>>, changed: Changed<T>): Readonly<Record<string, T>> {
  return changed.length === 0
    ? all
    : withNamed(
        all,
        changed.map(({ id, to }) => [id, to] as const),
      );
}

/** A map with some of its entries put or, where null is said, taken away. */
export function withNamed<T>(
  all: Readonly<Record<string, T>>,
  named: Iterable<readonly [string, T | null]>,
): Readonly<Record<string, T>> {
  const next = { ...all };
  for (const [id, to] of named) {
    if (to === null) delete next[id];
    else next[id] = to;
  }
  return next;
}

/** The layout with some cards standing elsewhere. */
export function withPositions(layout: CanvasLayout, placed: Iterable<readonly [RecordId, Position]>): CanvasLayout {
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(placed) } };
}
