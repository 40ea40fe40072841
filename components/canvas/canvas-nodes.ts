import { type Node, Position } from '@xyflow/react';
import type { CanvasLayout } from '@/components/editor/canvas-layout';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { CanvasCard } from './canvas-cards';
import { cardHeight } from './card-boxes';
import { CARD_WIDTH } from './card-geometry';

export type CanvasNode = Node<Record<string, never>, 'entity' | 'metric' | 'fold'>;

/** Cards read their own records: a node carries nothing but its place. */
const NO_DATA: Record<string, never> = {};

type Looks = { height: number; isSelected: boolean; isHidden: boolean };
type Made = Looks & { card: CanvasCard; at: Point; node: CanvasNode };

type Shown = {
  unfolded: ReadonlySet<RecordId>;
  selected: ReadonlySet<RecordId>;
  /** The others are known to be there and not drawn. */
  mounted: ReadonlySet<RecordId>;
};

/**
 * Turns cards into React Flow's nodes and hands out the same object for a card that is as it was: React Flow then looks
 * only at what moved. Sizes and the one handle are told, never measured, so that what is out of sight is not mounted.
 */
export function createNodeMaker() {
  let made = new Map<RecordId, Made>();
  let last: CanvasNode[] = [];

  return function nodesOf(
    cards: readonly CanvasCard[],
    { positions }: Pick<CanvasLayout, 'positions'>,
    shown: Shown,
  ): CanvasNode[] {
    const next = new Map<RecordId, Made>();
    const nodes: CanvasNode[] = [];
    for (const card of cards) {
      const at = positions[card.id];
      if (!at) continue;
      const looks: Looks = {
        height: cardHeight(card, shown.unfolded),
        isSelected: shown.selected.has(card.id),
        isHidden: !shown.mounted.has(card.id) && !shown.selected.has(card.id),
      };
      const known = made.get(card.id);
      const isSame =
        known &&
        known.at === at &&
        known.height === looks.height &&
        known.isSelected === looks.isSelected &&
        known.isHidden === looks.isHidden &&
        known.card.kind === card.kind;
      const entry = isSame ? known : { ...looks, card, at, node: makeNode(card, at, looks) };
      next.set(card.id, entry);
      nodes.push(entry.node);
    }
    made = next;
    const isUnchanged = nodes.length === last.length && nodes.every((node, index) => node === last[index]);
    if (!isUnchanged) last = nodes;
    return last;
  };
}

function makeNode(card: CanvasCard, at: Point, { height, isSelected, isHidden }: Looks): CanvasNode {
  return {
    id: card.id,
    type: card.kind,
    position: at,
    width: CARD_WIDTH,
    height,
    measured: { width: CARD_WIDTH, height },
    data: NO_DATA,
    selected: isSelected,
    hidden: isHidden,
    zIndex: 5,
    handles: [{ id: 'card', type: 'source', position: Position.Right, x: 0, y: 20, width: 2, height: 2 }],
    domAttributes: {
      'aria-labelledby': `card-${card.id}`,
      'aria-roledescription': card.kind === 'entity' ? 'entity' : 'metric',
    },
  };
}
