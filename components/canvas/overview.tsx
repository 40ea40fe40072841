'use client';

import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useTheme } from '@/components/shell/use-theme';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasScene } from './canvas-scene';
import { useSceneValue } from './canvas-scene-context';
import type { AnchoredLine } from './line-ends-of';
import { overviewNames } from './overview-names';
import type { RoutedLine } from './route-line';

const MEASURED_PX = 20;
const CORNER = 12;
/** Hundreds of lines side by side are a ground for the cards, not bars across them. */
const LINES_OPACITY = 0.4;
const selectBoxes = ({ boxes }: CanvasScene) => boxes;
const selectLines = ({ lines }: CanvasScene) => lines;
const selectEnds = ({ ends }: CanvasScene) => ends;
const selectFrames = ({ frames }: CanvasScene) => frames;
const selectSelection = (state: EditorState) => state.selection;
type OverviewView = Parameters<typeof overviewNames>[0]['view'];

/**
 * A large model from afar, drawn on one canvas instead of hundreds of elements. React Flow keeps panning and zooming and
 * is given nothing to draw meanwhile but the areas, which stand behind. Shapes are traced once and only placed anew at
 * every frame.
 */
export function Overview() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const editor = useEditor();
  const { theme } = useTheme();
  const boxes = useSceneValue(selectBoxes);
  const lines = useSceneValue(selectLines);
  const ends = useSceneValue(selectEnds);
  const frames = useSceneValue(selectFrames);
  const selection = useEditorValue(selectSelection);
  const cards = useMemo(() => cardsPath(boxes, () => true), [boxes]);
  const chosen = useMemo(() => cardsPath(boxes, (id) => selection.includes(id)), [boxes, selection]);
  const ways = useMemo(() => linesPath(lines, () => true), [lines]);
  const chosenWays = useMemo(() => {
    const hot = ends.filter(({ id, from, to }) =>
      [id, from.entityId, to.entityId].some((one) => selection.includes(one)),
    );
    const ids = new Set(hot.map(({ id }) => id));
    return linesPath(lines, (id) => ids.has(id));
  }, [lines, ends, selection]);
  const ranked = useMemo(() => byLines(boxes, ends, selection), [boxes, ends, selection]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const surface = canvas.current;
    const context = surface?.getContext('2d');
    if (!surface || !context) return;
    const { document: model } = editor.get();
    const { getPropertyValue, fontFamily } = colorsOf(surface);
    let frame = 0;

    const widths = new Map<string, number>();
    const drawNames = (view: OverviewView) => {
      context.textBaseline = 'middle';
      context.lineJoin = 'round';
      context.font = `600 ${MEASURED_PX}px ${fontFamily}`;
      const widthOf = (text: string) => {
        const known = widths.get(text) ?? context.measureText(text).width / MEASURED_PX;
        widths.set(text, known);
        return known;
      };
      const nameOf = (id: RecordId) => labelOfRecord(model, id);
      const names = overviewNames({ cards: ranked, nameOf, areas: frames, widthOf, view });
      context.lineWidth = 3;
      context.strokeStyle = getPropertyValue('--surface');
      const plain = getPropertyValue('--text');
      for (const { text, at, size, color } of names) {
        const font = `600 ${size}px ${fontFamily}`;
        if (context.font !== font) context.font = font;
        context.fillStyle = color ? `color-mix(in oklab, ${getPropertyValue(`--area-${color}`)} 55%, ${plain})` : plain;
        context.strokeText(text, at.x, at.y);
        context.fillText(text, at.x, at.y);
      }
    };

    const draw = () => {
      frame = 0;
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      const ratio = window.devicePixelRatio || 1;
      if (surface.width !== width * ratio || surface.height !== height * ratio) {
        surface.width = width * ratio;
        surface.height = height * ratio;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
      context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
      context.lineWidth = 1 / zoom;
      context.strokeStyle = getPropertyValue('--edge');
      context.globalAlpha = LINES_OPACITY;
      context.stroke(ways);
      context.globalAlpha = 1;
      context.strokeStyle = getPropertyValue('--accent');
      context.stroke(chosenWays);
      context.fillStyle = getPropertyValue('--surface');
      context.fill(cards);
      context.strokeStyle = getPropertyValue('--text-3');
      context.stroke(cards);
      context.lineWidth = 2.5 / zoom;
      context.strokeStyle = getPropertyValue('--accent');
      context.stroke(chosen);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawNames({ x, y, zoom, width, height });
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    draw();
    const unsubscribe = store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) ask();
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [store, editor, cards, chosen, ways, chosenWays, ranked, frames, theme]);

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label="The whole drawing from afar; zoom in to work on it"
      className="pointer-events-none absolute inset-0 z-4 h-full w-full"
    />
  );
}

/** Read once: asking for them at every frame makes the browser look at all styles. */
function colorsOf(surface: Element) {
  const style = getComputedStyle(surface);
  const known = new Map<string, string>();
  const getPropertyValue = (name: string) => {
    const value = known.get(name) ?? style.getPropertyValue(name);
    known.set(name, value);
    return value;
  };
  return { getPropertyValue, fontFamily: style.fontFamily };
}

function cardsPath(boxes: ReadonlyMap<RecordId, Box>, isWanted: (id: RecordId) => boolean): Path2D {
  const path = new Path2D();
  for (const [id, { x, y, width, height }] of boxes) if (isWanted(id)) path.roundRect(x, y, width, height, CORNER);
  return path;
}

function linesPath(lines: ReadonlyMap<RecordId, RoutedLine>, isWanted: (id: RecordId) => boolean): Path2D {
  const path = new Path2D();
  for (const [id, { points }] of lines) {
    if (!isWanted(id)) continue;
    points.forEach((point, index) => {
      if (index === 0) path.moveTo(point.x, point.y);
      else path.lineTo(point.x, point.y);
    });
  }
  return path;
}

/** What is selected first, then what most lines end at: the order in which names get their room. */
function byLines(
  boxes: ReadonlyMap<RecordId, Box>,
  ends: readonly AnchoredLine[],
  selection: readonly RecordId[],
): [RecordId, Box][] {
  const weights = new Map<RecordId, number>(selection.map((id) => [id, Number.MAX_SAFE_INTEGER]));
  for (const { from, to } of ends)
    for (const { entityId } of [from, to]) weights.set(entityId, (weights.get(entityId) ?? 0) + 1);
  return [...boxes].sort(([a], [b]) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));
}
