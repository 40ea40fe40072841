import type { Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';
import type { AreaFrame } from './area-frames';
import { FOLD_HEIGHT } from './area-frames';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import type { AnchoredLine } from './line-ends-of';

/** For each card of a folded area, the area whose box stands for it. */
export type StandIns = ReadonlyMap<RecordId, string>;
const NOBODY: StandIns = new Map();

export function standInsOf(areas: Areas): StandIns {
  const folded = Object.keys(areas).filter((id) => areas[id]?.isFolded);
  if (folded.length === 0) return NOBODY;
  return new Map(folded.sort().flatMap((id) => (areas[id]?.members ?? []).map((card) => [card, id] as const)));
}

export function withoutFolded(cards: readonly CanvasCard[], standIns: StandIns): readonly CanvasCard[] {
  return standIns.size === 0 ? cards : cards.filter(({ id }) => !standIns.has(id));
}

export function boxesWithoutFolded(boxes: ReadonlyMap<RecordId, Box>, standIns: StandIns): ReadonlyMap<RecordId, Box> {
  return standIns.size === 0 ? boxes : new Map([...boxes].filter(([id]) => !standIns.has(id)));
}

/** What lines end at and go round: cards, and the boxes of folded areas under the area's id. */
export function boxesOfEnds(
  boxes: ReadonlyMap<RecordId, Box>,
  frames: readonly AreaFrame[],
): ReadonlyMap<RecordId, Box> {
  const folds = frames.filter(({ area }) => area.isFolded);
  return folds.length === 0 ? boxes : new Map([...boxes, ...folds.map(({ id, box }) => [id, box] as const)]);
}

/**
 * Lines that end in a folded area end at its box, spread over its side; those that stay within one are not drawn.
 */
export function foldedEnds(ends: readonly AnchoredLine[], standIns: StandIns): readonly AnchoredLine[] {
  if (standIns.size === 0) return ends;
  const met = ends.filter(({ from, to }) => {
    const [one, other] = [standIns.get(from.entityId), standIns.get(to.entityId)];
    return one === undefined || one !== other;
  });
  const counts = new Map<string, number>();
  const seen = new Map<string, number>();
  for (const { from, to } of met)
    for (const { entityId } of [from, to]) {
      const area = standIns.get(entityId);
      if (area !== undefined) counts.set(area, (counts.get(area) ?? 0) + 1);
    }
  const endAt = (anchor: AnchoredLine['from']): AnchoredLine['from'] => {
    const area = standIns.get(anchor.entityId);
    if (area === undefined) return anchor;
    const place = (seen.get(area) ?? 0) + 1;
    seen.set(area, place);
    return { entityId: area, middle: (FOLD_HEIGHT * place) / ((counts.get(area) ?? 0) + 1) };
  };
  return met.map((line) => {
    const { id, from, to } = line;
    const isFree = !standIns.has(from.entityId) && !standIns.has(to.entityId);
    return isFree ? line : { id, from: endAt(from), to: endAt(to) };
  });
}

/** A faint line from what is measured to what measures it: cards, or the boxes of folded areas. */
export type MeasureEnds = { readonly metricId: RecordId; readonly from: string; readonly to: string };
type MetricCard = Extract<CanvasCard, { kind: 'metric' }>;

/** From the metrics near the sight, and from the folded ones whose entity is on the board; between two boxes one line. */
export function measuresDrawn(
  near: readonly MetricCard[],
  all: readonly CanvasCard[],
  standIns: StandIns,
): MeasureEnds[] {
  const folded =
    standIns.size === 0
      ? []
      : all.filter((card): card is MetricCard => card.kind === 'metric' && standIns.has(card.id));
  const seen = new Set<string>();
  return [...near, ...folded].flatMap(({ id, homeId }): MeasureEnds[] => {
    if (homeId === null) return [];
    const ends = { metricId: id, from: standIns.get(homeId) ?? homeId, to: standIns.get(id) ?? id };
    const between = `${ends.from} ${ends.to}`;
    if (ends.from === ends.to || seen.has(between)) return [];
    seen.add(between);
    return [ends];
  });
}
