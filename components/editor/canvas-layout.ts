import type { RecordId } from '@/lib/model/records';

export type Position = { readonly x: number; readonly y: number };

/** Where cards stand, beside the model: moving one changes no record and makes no version. */
export type CanvasLayout = {
  readonly positions: Readonly<Record<RecordId, Position>>;
  readonly pinned: readonly RecordId[];
};
export const EMPTY_LAYOUT: CanvasLayout = { positions: {}, pinned: [] };

/** What a gesture did to the layout, both ways round. */
export type LayoutDiff = {
  readonly moved: readonly { id: RecordId; from: Position | null; to: Position | null }[];
  readonly pinned: { from: readonly RecordId[]; to: readonly RecordId[] } | null;
};

/** What changed between two layouts, by id; cards that stand where they stood are left out. */
export function diffLayouts(before: CanvasLayout, after: CanvasLayout): LayoutDiff {
  const ids = new Set([...Object.keys(before.positions), ...Object.keys(after.positions)]);
  const moved = [...ids].sort().flatMap((id) => {
    const from = before.positions[id] ?? null;
    const to = after.positions[id] ?? null;
    return from?.x === to?.x && from?.y === to?.y ? [] : [{ id, from, to }];
  });
  return { moved, pinned: before.pinned === after.pinned ? null : { from: before.pinned, to: after.pinned } };
}

export function isEmptyLayoutDiff(diff: LayoutDiff): boolean {
  return diff.moved.length === 0 && diff.pinned === null;
}

export function reverseLayoutDiff({ moved, pinned }: LayoutDiff): LayoutDiff {
  return {
    moved: moved.map(({ id, from, to }) => ({ id, from: to, to: from })),
    pinned: pinned === null ? null : { from: pinned.to, to: pinned.from },
  };
}

export function applyLayoutDiff(layout: CanvasLayout, { moved, pinned }: LayoutDiff): CanvasLayout {
  const positions = { ...layout.positions };
  for (const { id, to } of moved) {
    if (to === null) delete positions[id];
    else positions[id] = to;
  }
  return { positions, pinned: pinned === null ? layout.pinned : pinned.to };
}

/** The layout with some cards standing elsewhere. */
export function withPositions(layout: CanvasLayout, placed: Iterable<readonly [RecordId, Position]>): CanvasLayout {
  return { ...layout, positions: { ...layout.positions, ...Object.fromEntries(placed) } };
}
