import type { CanvasLayout } from '@/components/editor/canvas-layout';
import type { AreaColor } from '@/lib/model/area';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import { type AreaFrame, areaFrames } from './area-frames';
import { areaWords } from './area-words';
import { type Box, boxAround, outset, type Point } from './box';
import type { CanvasCard } from './canvas-cards';
import { cardBoxes } from './card-boxes';
import { HEAD_HEIGHT, ROW_HEIGHT } from './card-geometry';
import { rowsOf } from './entity-row-list';
import { boxesOfEnds, boxesWithoutFolded, foldedEnds, measuresDrawn, standInsOf, withoutFolded } from './fold-areas';
import { labelPlace } from './label-place';
import { type LineEndMark, lineEnds } from './line-ends';
import { anchoredLines, linesBetween } from './line-ends-of';
import { lineFoot, RING_RADIUS } from './line-foot';
import { measureLink } from './measure-link';
import { roundedPath } from './rounded-path';
import { routeLines } from './route-lines';

/** Colours as any drawing program reads them: `#rrggbb`. */
export type PictureColors = PlainColors & { readonly areas: Readonly<Record<AreaColor, string>> };
export type PlainColors = Readonly<
  Record<'canvas' | 'surface' | 'head' | 'line' | 'edge' | 'text' | 'text2' | 'text3' | 'key' | 'accent', string>
>;
type Given = {
  document: ModelDocument;
  cards: readonly CanvasCard[];
  layout: CanvasLayout;
  unfolded: ReadonlySet<RecordId>;
  colors: PictureColors;
  title: string;
};
export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

const MARGIN = 40;
const FONT = 'Geist, Inter, ui-sans-serif, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/**
 * The drawing as one SVG that needs nothing from outside: no fonts, no style sheet, no page. The same cards at the same
 * places with the same lines as on the canvas, whatever part of it is in sight. Null while nothing is drawn.
 */
export function drawPicture({ document, cards: all, layout, unfolded, colors, title }: Given): Picture | null {
  const standIns = standInsOf(layout.areas);
  const cards = withoutFolded(all, standIns);
  const standing = cardBoxes(all, layout, unfolded);
  const boxes = boxesWithoutFolded(standing, standIns);
  const frames = areaFrames(layout.areas, standing);
  const endBoxes = boxesOfEnds(boxes, frames);
  const ends = foldedEnds(anchoredLines(indexModel(document).byKind.relationship, cards, unfolded), standIns);
  const routed = routeLines(linesBetween(ends, endBoxes), [...endBoxes.values()]);
  const around = boxAround([
    ...boxes.values(),
    ...frames.map(({ box }) => box),
    ...[...routed.values()].map(({ points }) => boxOfPoints(points)),
  ]);
  if (!around) return null;
  const { x, y, width, height } = outset(around, MARGIN);
  const lines = indexModel(document).byKind.relationship.flatMap((line) => {
    const points = routed.get(line.id)?.points ?? [];
    return points.length < 2 ? [] : [drawLine(points, lineEnds(line), line.label ?? line.role ?? '', colors)];
  });
  const metrics = cards.flatMap((card) => (card.kind === 'metric' ? [card] : []));
  const measures = measuresDrawn(metrics, all, standIns).flatMap(({ from, to }) => {
    const [home, own] = [endBoxes.get(from), endBoxes.get(to)];
    return home && own ? [stroke(measureLink(home, own), colors.line)] : [];
  });
  const drawn = cards.flatMap((card) => {
    const box = boxes.get(card.id);
    if (!box) return [];
    return [
      card.kind === 'metric'
        ? drawMetric(document, card.id, box, colors)
        : drawEntity(document, card, { box, isUnfolded: unfolded.has(card.id), colors }),
    ];
  });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="${FONT}" font-size="13">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colors.canvas}"/>`,
    ...frames.filter(({ area }) => !area.isFolded).map((frame) => drawArea(frame, colors)),
    ...measures,
    ...lines,
    ...drawn,
    ...frames.filter(({ area }) => area.isFolded).map((frame) => drawFold(document, frame, colors)),
    '</svg>',
  ].join('\n');
  return { svg: `${svg}\n`, width, height };
}

function drawArea({ area, box: { x, y, width, height } }: AreaFrame, { areas }: PictureColors): string {
  const hue = areas[area.color];
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${hue}" fill-opacity="0.07" stroke="${hue}" stroke-opacity="0.35"/>`,
    text(area.name, { x: x + 20, y: y + 25 }, hue, { widthMax: width - 40, isBold: true }),
  ].join('');
}

function drawFold(document: ModelDocument, { area, box }: AreaFrame, { areas, surface, text2 }: PictureColors): string {
  const { x, y, width, height } = box;
  const hue = areas[area.color];
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${surface}"/>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${hue}" fill-opacity="0.1" stroke="${hue}" stroke-opacity="0.6"/>`,
    text(area.name, { x: x + 16, y: y + 31 }, hue, { widthMax: width - 32, isBold: true }),
    text(areaWords(document, area), { x: x + 16, y: y + 51 }, text2, { widthMax: width - 32 }),
  ].join('');
}

type EntityCard = Extract<CanvasCard, { kind: 'entity' }>;
type EntityLook = { box: Box; isUnfolded: boolean; colors: PictureColors };

function drawEntity(document: ModelDocument, card: EntityCard, { box, isUnfolded, colors }: EntityLook): string {
  const { fieldIds, fold } = rowsOf(card.fieldIds, isUnfolded);
  const grain = new Set(recordOf(document, 'entity', card.id)?.grain);
  const rows = fieldIds.map((id, row) => {
    const middle = box.y + HEAD_HEIGHT + row * ROW_HEIGHT + ROW_HEIGHT / 2 + 4.5;
    const isKey = grain.has(id);
    const unit = recordOf(document, 'attribute', id)?.unit ?? null;
    return [
      isKey ? `<circle cx="${box.x + 17}" cy="${middle - 4.5}" r="3.5" fill="${colors.key}"/>` : '',
      text(labelOfRecord(document, id), { x: box.x + 31, y: middle }, colors.text, {
        widthMax: box.width - 80,
        isBold: isKey,
      }),
      unit === null
        ? ''
        : text(unit, { x: box.x + box.width - 12, y: middle }, colors.text3, { widthMax: 40, anchor: 'end' }),
    ].join('');
  });
  const isEmpty = attributesIn(document, card.id).length === 0;
  const last = box.y + HEAD_HEIGHT + fieldIds.length * ROW_HEIGHT + ROW_HEIGHT / 2 + 4.5;
  return [
    frame(box, 10, colors),
    `<path d="M${box.x} ${box.y + HEAD_HEIGHT}h${box.width}" stroke="${colors.line}"/>`,
    `<rect x="${box.x + 12}" y="${box.y + 16}" width="10" height="10" rx="2.5" fill="${colors.accent}"/>`,
    text(labelOfRecord(document, card.id), { x: box.x + 31, y: box.y + 26 }, colors.text, {
      widthMax: box.width - 44,
      isBold: true,
    }),
    ...rows,
    fold && fold.hidden > 0
      ? text(`${fold.hidden} more`, { x: box.x + 31, y: last }, colors.text3, { widthMax: 150 })
      : '',
    isEmpty && !card.isPart ? text('No fields yet.', { x: box.x + 12, y: last }, colors.text3, { widthMax: 200 }) : '',
  ].join('');
}

const SENTENCE_LINES = 3;
const LINE_HEIGHT = 17;

function drawMetric(document: ModelDocument, id: RecordId, box: Box, colors: PictureColors): string {
  const words = wrap(describeMetric(document, id), box.width - 24, SENTENCE_LINES);
  return [
    frame(box, 14, colors),
    text(labelOfRecord(document, id), { x: box.x + 12, y: box.y + 26 }, colors.text, {
      widthMax: box.width - 24,
      isBold: true,
    }),
    ...words.map((line, row) =>
      text(line, { x: box.x + 12, y: box.y + 48 + row * LINE_HEIGHT }, colors.text2, { widthMax: box.width - 20 }),
    ),
  ].join('');
}

function frame({ x, y, width, height }: Box, radius: number, { surface, line }: PictureColors): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${surface}" stroke="${line}"/>`;
}

const LABEL_LINES_MAX = 2;
const LABEL_HEIGHT = 13;
/** Words on lines are set smaller than those on cards: more letters go into the same width. */
const SMALLER = 13 / 10.5;

function drawLine(
  points: readonly Point[],
  ends: { from: LineEndMark; to: LineEndMark },
  words: string,
  colors: PictureColors,
): string {
  const at = labelPlace(points);
  const rows = wrap(words, at.widthMax * SMALLER, LABEL_LINES_MAX);
  const bottom = at.isOver ? at.y - 5 : at.y + (rows.length * LABEL_HEIGHT) / 2 - 3;
  const label = rows.map((row, index) =>
    text(row, { x: at.x, y: bottom - (rows.length - 1 - index) * LABEL_HEIGHT }, colors.text3, {
      widthMax: at.widthMax * SMALLER + LETTER,
      anchor: at.anchor,
    }),
  );
  return [
    stroke(roundedPath(points), colors.edge),
    foot(ends.from, points[0], points[1], colors),
    foot(ends.to, points.at(-1), points.at(-2), colors),
    words === ''
      ? ''
      : `<g paint-order="stroke" stroke="${colors.canvas}" stroke-width="4" stroke-linejoin="round" font-size="10.5">${label.join('')}</g>`,
  ].join('');
}

function stroke(path: string, color: string): string {
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="1.25"/>`;
}

function foot(mark: LineEndMark, at: Point | undefined, next: Point | undefined, colors: PictureColors): string {
  const { strokes, ring } = lineFoot(mark, at, next);
  return [
    strokes === '' ? '' : stroke(strokes, colors.edge),
    ring &&
      `<circle cx="${ring.x}" cy="${ring.y}" r="${RING_RADIUS}" fill="${colors.canvas}" stroke="${colors.edge}" stroke-width="1.25"/>`,
  ].join('');
}

type TextLook = { widthMax: number; isBold?: boolean; anchor?: 'start' | 'middle' | 'end' };
/** About how wide a letter is, in pixels at 13 px; a picture is drawn without a page to measure in. */
const LETTER = 6.9;

function text(words: string, { x, y }: Point, color: string, { widthMax, isBold, anchor }: TextLook): string {
  const lettersMax = Math.max(3, Math.floor(widthMax / LETTER));
  const shown = words.length > lettersMax ? `${words.slice(0, lettersMax - 1).trimEnd()}…` : words;
  const weight = isBold ? ' font-weight="600"' : '';
  const anchored = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${x}" y="${y}" fill="${color}"${weight}${anchored}>${escapeXml(shown)}</text>`;
}

function wrap(words: string, width: number, linesMax: number): string[] {
  const lettersMax = Math.floor(width / LETTER);
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= lettersMax || line === '') line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  if (lines.length <= linesMax) return lines;
  return [...lines.slice(0, linesMax - 1), `${lines[linesMax - 1]?.slice(0, lettersMax - 1)}…`];
}

function boxOfPoints(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function escapeXml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
