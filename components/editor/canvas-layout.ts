import type { NamedView } from '@/lib/model/layout';
import type { RecordId } from '@/lib/model/records';

export type Position = { readonly x: number; readonly y: number };

/** Where cards stand and which are drawn, beside the model: moving or hiding one changes no record and makes no version. */
export type CanvasLayout = {
  readonly positions: Readonly<Record<RecordId, Position>>;
  readonly pinned: readonly RecordId[];
  readonly hidden: readonly RecordId[];
  readonly views: readonly NamedView[];
};
/** What of a layout is a list, changed as a whole. */
export type LayoutLists = Omit<CanvasLayout, 'positions'>;
export const EMPTY_LAYOUT: CanvasLayout = { positions: {}, pinned: [], hidden: [], views: [] };

type Change<T> = { readonly from: T; readonly to: T } | null;

/** What a gesture did to the layout, both ways round. */
export type LayoutDiff = {
  readonly moved: readonly { id: RecordId; from: Position | null; to: Position | null }[];
} & { readonly [K in keyof LayoutLists]: Change<LayoutLists[K]> };

/** What changed between two layouts, by id; cards that stand where they stood are left out. */
export function diffLayouts(before: CanvasLayout, after: CanvasLayout): LayoutDiff {
  return {
    moved: before.positions === after.positions ? [] : movesBetween(before, after),
    pinned: changeOf(before.pinned, after.pinned),
    hidden: changeOf(before.hidden, after.hidden),
    views: changeOf(before.views, after.views),
  };
}

function movesBetween(before: CanvasLayout, after: CanvasLayout): LayoutDiff['moved'] {
  const ids = new Set([...Object.keys(before.positions), ...Object.keys(after.positions)]);
  return [...ids].sort().flatMap((id) => {
    const from = before.positions[id] ?? null;
    const to = after.positions[id] ?? null;
    return from?.x === to?.x && from?.y === to?.y ? [] : [{ id, from, to }];
  });
}

function changeOf<T>(from: T, to: T): Change<T> {
  return from === to ? null : { from, to };
}

export function isEmptyLayoutDiff({ moved, pinned, hidden, views }: LayoutDiff): boolean {
  return moved.length === 0 && pinned === null && hidden === null && views === null;
}

export function reverseLayoutDiff({ moved, pinned, hidden, views }: LayoutDiff): LayoutDiff {
  return {
    moved: moved.map(({ id, from, to }) => ({ id, from: to, to: from })),
    pinned: pinned && { from: pinned.to, to: pinned.from },
    hidden: hidden && { from: hidden.to, to: hidden.from },
    views: views && { from: views.to, to: views.from },
  };
}

export function applyLayoutDiff(layout: CanvasLayout, { moved, pinned, hidden, views }: LayoutDiff): CanvasLayout {
  const positions = { ...layout.positions };
  for (const { id, to } of moved) {
    if (to === null) delete positions[id];
    else positions[id] = to;
  }
  return {
    positions: moved.length === 0 ? layout.positions : positions,
    pinned: pinned?.to ?? layout.pinned,
    hidden: hidden?.to ?? layout.hidden,
    views: views?.to ?? layout.views,
  };
}

/** The layout with some cards standing elsewhere. */
export function withPositions(layout: CanvasLayout, placed: Iterable<readonly [RecordId, Position]>): CanvasLayout {
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(placed) } };
}
