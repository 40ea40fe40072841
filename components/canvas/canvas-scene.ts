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
import { COST_PER_FRAME, type Mountable, type Mounted, nextMounted } from './mount-ring';
import { createMountables } from './mountables';
import { nearbyOf, withSelected } from './nearby';
import { cardsOfRecord, neighbourhoodOf } from './neighbourhood';
import type { RoutedLine } from './route-line';
import type { LineToRoute } from './route-lines';
import { sightFor } from './sight-for';

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
  /** The cards in the hand. */
  readonly carried: readonly RecordId[];
  readonly nodes: CanvasNode[];
  readonly edges: CanvasEdge[];
};
export type CanvasSceneStore = {
  get(): CanvasScene;
  subscribe(listener: () => void): () => void;
  /** What stands out: a store of its own, as the pointer changes it and nothing else here. */
  readonly marks: Pick<ExternalStore<CanvasMarks>, 'get' | 'subscribe'>;
  /** While cards move only their own lines follow. */
  setMoving(isMoving: boolean): void;
  /** Cards are in the hand: their boxes and lines follow, and React Flow is told once they are let go, by null. */
  carry(ids: readonly RecordId[] | null): void;
  /** Frames that stay as they are although their cards move; null lets go of them. */
  hold(frames: ReadonlyMap<string, Box> | null): void;
  /** What of the canvas is in sight now, in flow coordinates; null while it is shown as a picture. */
  look(sight: Box | null): void;
};

/** Small models are read whole; only a crowd is worth fading. */
const CARDS_UNFADED_MAX = 12;
/** So many lines are drawn at once, whatever it takes: nobody sees a line jump in a small model. */
const LINES_AT_ONCE_MAX = 60;
/** Of each frame, for as long as lines are still to be looked at. */
const ROUTING_MS = 5;

/** And what there was when they were taken: until another part is looked at, what is in the page is in it. */
type Carried = Pick<CanvasScene, 'boxes' | 'lines'> & {
  readonly ids: readonly RecordId[];
  readonly positions: Positions;
  readonly sight: Box | null;
};
type Looking = {
  readonly sight: Box | null;
  readonly isMoving: boolean;
  readonly carried: Carried | null;
  readonly held: ReadonlyMap<string, Box> | null;
  /** Of routing, and of frames that passed while things came into the page. */
  readonly turn: number;
  readonly frame: number;
};
const NONE: readonly RecordId[] = [];
const NOTHING_MOUNTED: Mounted = { ids: new Set(), isWhole: true };

export function createCanvasScene(editor: Editor, view: CanvasViewStore): CanvasSceneStore {
  const looking = createExternalStore<Looking>({
    sight: null,
    isMoving: false,
    carried: null,
    held: null,
    turn: 0,
    frame: 0,
  });
  const stages = createStages();
  let next: ReturnType<typeof setTimeout> | undefined;
  let nextFrame: number | undefined;

  const scene = kept((state: EditorState, shown: CanvasView, look: Looking): CanvasScene => {
    const { sight, isMoving, carried, held, frame } = look;
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
    const still = carried?.sight === sight ? carried : { boxes, lines: routed.lines };
    const mounted = stages.mounted(stages.mountables(still.boxes, still.lines), sight, frame);
    if (!mounted.isWhole) goOnNextFrame();
    const near = stages.near(cards, still.boxes, relationship, mounted.ids);
    const nearCards = stages.withSelected(near.cards, cards, selection);
    const places = carried?.positions ?? layout.positions;
    const known = stages.nodes(nearCards, places, shown.unfolded, selection, mounted.ids);
    const nodes = stages.withFolds(known, frames);
    const measures = stages.measures(near.metrics, all, standIns);
    const edges = stages.edges(near.relationships, measures, standIns, selection);
    return stages.whole(boxes, frames, ends, routed.lines, carried?.ids ?? NONE, nodes, edges);
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

  function goOnNextFrame() {
    if (nextFrame !== undefined) return;
    nextFrame = requestAnimationFrame(() => {
      nextFrame = undefined;
      looking.set({ ...looking.get(), frame: looking.get().frame + 1 });
    });
  }

  const current = () => scene(editor.get(), view.get(), looking.get());

  return {
    ...derivedStore(current, [editor, view, looking]),
    marks: derivedStore(() => marks(editor.get(), view.get()), [editor, view]),
    setMoving: (isMoving) => looking.set({ ...looking.get(), isMoving }),
    carry: (ids) => {
      const { boxes, lines } = current();
      const { sight } = looking.get();
      const carried = ids && { ids, positions: editor.get().layout.positions, boxes, lines, sight };
      looking.set({ ...looking.get(), isMoving: carried !== null, carried });
    },
    hold: (held) => {
      if (held !== looking.get().held) looking.set({ ...looking.get(), held });
    },
    look: (inSight) => {
      const sight = inSight && sightFor(inSight, looking.get().sight);
      if (sight !== looking.get().sight) looking.set({ ...looking.get(), sight });
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
  let lastMounted = NOTHING_MOUNTED.ids;
  let lastFrame = 0;

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
    mountables: kept(createMountables()),
    /** What is in sight comes at once; what is around it only as frames pass. */
    mounted: kept((things: readonly Mountable[], sight: Box | null, frame: number) => {
      const costMax = frame === lastFrame ? 0 : COST_PER_FRAME;
      const mounted = sight === null ? NOTHING_MOUNTED : nextMounted(things, sight, lastMounted, costMax);
      lastMounted = mounted.ids;
      lastFrame = frame;
      return mounted;
    }),
    near: kept(nearbyOf),
    withSelected: kept(withSelected),
    nodes: kept(
      (
        cards: readonly CanvasCard[],
        positions: Positions,
        unfolded: ReadonlySet<RecordId>,
        selection: readonly RecordId[],
        mounted: ReadonlySet<RecordId>,
      ) => makeNodes(cards, { positions }, { unfolded, selected: new Set(selection), mounted }),
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
        carried: readonly RecordId[],
        nodes: CanvasNode[],
        edges: CanvasEdge[],
      ): CanvasScene => ({ boxes, frames, ends, lines, carried, nodes, edges }),
    ),
  };
}
