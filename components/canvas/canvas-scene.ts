import type { CanvasLayout } from '@/components/editor/canvas-layout';
import { derivedStore } from '@/components/editor/derived-store';
import type { Editor, EditorState } from '@/components/editor/editor';
import { createExternalStore, type ExternalStore } from '@/components/editor/external-store';
import type { Areas } from '@/lib/model/area';
import { indexModel, recordAt } from '@/lib/model/model-index';
import type { ModelDocument, RecordId, RelationshipRecord } from '@/lib/model/records';
import { type AreaFrame, areaFrames } from './area-frames';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import type { CanvasEdge } from './canvas-edges';
import type { CanvasMarks } from './canvas-marks';
import { type CanvasNode, createNodeMaker } from './canvas-nodes';
import type { CanvasView, CanvasViewStore } from './canvas-view';
import { cardBoxes } from './card-boxes';
import type { Detail } from './detail';
import { drawnCards } from './drawn-cards';
import { createEdgeMaker } from './edge-maker';
import {
  boxesOfEnds,
  boxesWithoutFolded,
  foldedEnds,
  type MeasureEnds,
  measuresDrawn,
  type StandIns,
  standInsOf,
  withoutFolded,
} from './fold-areas';
import { withFoldNodes } from './fold-nodes';
import { kept } from './kept';
import { type AnchoredLine, anchoredLines, linesBetween } from './line-ends-of';
import { createLineRouter } from './line-router';
import { createNearby, withSelected } from './nearby';
import { cardsOfRecord, neighbourhoodOf } from './neighbourhood';
import type { RoutedLine } from './route-line';
import type { LineToRoute } from './route-lines';
import { windowFor } from './scene-window';

/**
 * What the canvas draws, made out of what is edited, selected and looked at. Every stage answers as before when what it
 * is made of is as before, and every card, line and edge that did not change is the same object, so that a frame or a
 * keystroke costs what it changed and not what there is. React Flow is handed only the part around the sight.
 */
export type CanvasScene = {
  /** Of all cards that stand somewhere, in sight or not. */
  readonly boxes: ReadonlyMap<RecordId, Box>;
  /** The areas that have something on the board. */
  readonly frames: readonly AreaFrame[];
  readonly ends: readonly AnchoredLine[];
  readonly lines: ReadonlyMap<RecordId, RoutedLine>;
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
};
export type CanvasSceneStore = {
  get(): CanvasScene;
  subscribe(listener: () => void): () => void;
  /** What stands out: a store of its own, as the pointer changes it and nothing else here. */
  readonly marks: Pick<ExternalStore<CanvasMarks>, 'get' | 'subscribe'>;
  /** While cards are in the hand only their own lines follow. */
  setMoving(isMoving: boolean): void;
  /** Frames that stay as they are although their cards move; null lets go of them. */
  hold(frames: ReadonlyMap<string, Box> | null): void;
  /** What of the canvas is in sight now, in flow coordinates. */
  look(sight: Box): void;
};

/** Small models are read whole; only a crowd is worth fading. */
const CARDS_UNFADED_MAX = 12;
/** So many lines are drawn at once, whatever it takes: nobody sees a line jump in a small model. */
const LINES_AT_ONCE_MAX = 60;
/** Of each frame, for as long as lines are still to be looked at. */
const ROUTING_MS = 5;

type Looking = {
  readonly window: Box | null;
  readonly isMoving: boolean;
  readonly held: ReadonlyMap<string, Box> | null;
  readonly turn: number;
};

export function createCanvasScene(editor: Editor, view: CanvasViewStore): CanvasSceneStore {
  const looking = createExternalStore<Looking>({ window: null, isMoving: false, held: null, turn: 0 });
  const stages = createStages();
  let next: ReturnType<typeof setTimeout> | undefined;

  const scene = kept((state: EditorState, shown: CanvasView, { window, isMoving, held }: Looking): CanvasScene => {
    const { document, layout, selection } = state;
    const standIns = stages.standIns(layout.areas);
    const all = stages.cards(document, layout.hidden, shown.detail);
    const cards = stages.shownCards(all, standIns);
    const standing = stages.boxes(all, layout.positions, shown.unfolded);
    const boxes = stages.shownBoxes(standing, standIns);
    const frames = stages.frames(layout.areas, standing, held);
    const endBoxes = stages.endBoxes(boxes, frames);
    const { relationship } = indexModel(document).byKind;
    const ends = stages.foldedEnds(stages.ends(relationship, cards, shown.unfolded), standIns);
    const routed = stages.route(stages.between(ends, endBoxes), endBoxes, isMoving);
    if (!routed.isWhole && !isMoving) goOn();
    const near = stages.near(cards, boxes, relationship, routed.lines, window);
    const nearCards = stages.withSelected(near.cards, cards, selection);
    const nodes = stages.withFolds(stages.nodes(nearCards, layout.positions, shown.unfolded, selection), frames);
    const measures = stages.measures(near.metrics, all, standIns);
    const edges = stages.edges(near.relationships, measures, standIns, selection);
    return stages.whole(boxes, frames, ends, routed.lines, nodes, edges);
  });

  const marks = kept(({ document, layout, selection }: EditorState, shown: CanvasView): CanvasMarks => {
    const all = stages.cards(document, layout.hidden, shown.detail);
    const cards = stages.shownCards(all, stages.standIns(layout.areas));
    const around = stages.around(document, cards, selection, shown.dwelt);
    const isFading = around.size > 0 && cards.length > CARDS_UNFADED_MAX && shown.fieldDrag === null;
    const raised = stages.raised(document, selection);
    const { hovered } = shown;
    return stages.marks(
      isFading ? around : null,
      raised,
      stages.hotCards(document, raised, hovered),
      stages.hotLines(selection, hovered),
    );
  });

  function goOn() {
    if (next !== undefined) return;
    next = setTimeout(() => {
      next = undefined;
      looking.set({ ...looking.get(), turn: looking.get().turn + 1 });
    });
  }

  return {
    ...derivedStore(() => scene(editor.get(), view.get(), looking.get()), [editor, view, looking]),
    marks: derivedStore(() => marks(editor.get(), view.get()), [editor, view]),
    setMoving: (isMoving) => looking.set({ ...looking.get(), isMoving }),
    hold: (held) => {
      if (held !== looking.get().held) looking.set({ ...looking.get(), held });
    },
    look: (sight) => {
      const window = windowFor(sight, looking.get().window);
      if (window !== looking.get().window) looking.set({ ...looking.get(), window });
    },
  };
}

function cardsOf(document: ModelDocument, ids: readonly RecordId[]): RecordId[] {
  return ids.flatMap((id) => (recordAt(document, id)?.kind === 'relationship' ? [] : cardsOfRecord(document, id)));
}

type Positions = CanvasLayout['positions'];
function createStages() {
  const route = createLineRouter();
  const makeNodes = createNodeMaker();
  const makeEdges = createEdgeMaker();
  let lastCards: readonly CanvasCard[] = [];
  let lastBoxes: ReadonlyMap<RecordId, Box> = new Map();
  let lastFrames: readonly AreaFrame[] = [];
  let lastLines: ReadonlyMap<string, LineToRoute> = new Map();

  return {
    cards: kept((document: ModelDocument, hidden: readonly RecordId[], detail: Detail) => {
      lastCards = drawnCards(document, { hidden, detail }, lastCards);
      return lastCards;
    }),
    boxes: kept((cards: readonly CanvasCard[], positions: Positions, unfolded: ReadonlySet<RecordId>) => {
      lastBoxes = cardBoxes(cards, { positions }, unfolded, lastBoxes);
      return lastBoxes;
    }),
    frames: kept((areas: Areas, boxes: ReadonlyMap<RecordId, Box>, held: ReadonlyMap<string, Box> | null) => {
      lastFrames = areaFrames(areas, boxes, held, lastFrames);
      return lastFrames;
    }),
    standIns: kept(standInsOf),
    shownCards: kept(withoutFolded),
    shownBoxes: kept(boxesWithoutFolded),
    endBoxes: kept(boxesOfEnds),
    foldedEnds: kept(foldedEnds),
    measures: kept(measuresDrawn),
    withFolds: kept(withFoldNodes),
    ends: kept(anchoredLines),
    between: kept((ends: readonly AnchoredLine[], boxes: ReadonlyMap<RecordId, Box>) => {
      const lines = linesBetween(ends, boxes, lastLines);
      lastLines = new Map(lines.map((line) => [line.id, line]));
      return lines;
    }),
    /** Not kept: what time did not suffice for goes on at the next asking. */
    route: (lines: readonly LineToRoute[], boxes: ReadonlyMap<RecordId, Box>, isMoving: boolean) => {
      const until = performance.now() + ROUTING_MS;
      const hasTime = () => lines.length <= LINES_AT_ONCE_MAX || performance.now() < until;
      return route(lines, [...boxes.values()], isMoving ? 'moved' : 'all', hasTime);
    },
    /** Of what is selected, else of what the pointer rests on. */
    around: kept(
      (document: ModelDocument, cards: readonly CanvasCard[], selection: readonly RecordId[], dwelt: RecordId | null) =>
        neighbourhoodOf(document, cards, selection.length > 0 || dwelt === null ? selection : [dwelt]),
    ),
    near: kept(createNearby()),
    withSelected: kept(withSelected),
    nodes: kept(
      (
        cards: readonly CanvasCard[],
        positions: Positions,
        unfolded: ReadonlySet<RecordId>,
        selection: readonly RecordId[],
      ) => makeNodes(cards, { positions }, { unfolded, selected: new Set(selection) }),
    ),
    /** The cards of what is selected, without the ends of lines. */
    raised: kept((document: ModelDocument, selection: readonly RecordId[]) => new Set(cardsOf(document, selection))),
    hotCards: kept(
      (document: ModelDocument, raised: ReadonlySet<RecordId>, hovered: RecordId | null) =>
        new Set([...raised, ...cardsOf(document, hovered === null ? [] : [hovered])]),
    ),
    edges: kept(
      (
        relationships: readonly RelationshipRecord[],
        measures: readonly MeasureEnds[],
        standIns: StandIns,
        selection: readonly RecordId[],
      ) => makeEdges({ relationships, measures, standIns, selected: new Set(selection) }),
    ),
    hotLines: kept(
      (selection: readonly RecordId[], hovered: RecordId | null) =>
        new Set(hovered === null ? selection : [...selection, hovered]),
    ),
    marks: kept(
      (
        bright: CanvasMarks['bright'],
        raised: ReadonlySet<RecordId>,
        hotCards: ReadonlySet<RecordId>,
        hotLines: ReadonlySet<RecordId>,
      ): CanvasMarks => ({ bright, raised, hotCards, hotLines }),
    ),
    whole: kept(
      (
        boxes: ReadonlyMap<RecordId, Box>,
        frames: readonly AreaFrame[],
        ends: readonly AnchoredLine[],
        lines: ReadonlyMap<RecordId, RoutedLine>,
        nodes: CanvasNode[],
        edges: CanvasEdge[],
      ): CanvasScene => ({ boxes, frames, ends, lines, nodes, edges }),
    ),
  };
}
