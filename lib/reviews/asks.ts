import { compareText } from '@/lib/base/compare-text';
import { countOf } from '@/lib/base/count-of';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import type { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { type AskPlace, askKey, entityOfTarget } from './ask-key';
import type { AskState } from './ask-state';
import type { RequirementState } from './state';
import { isAgreed, isLive, waitsFor } from './state-machine';

/**
 * People decide on asks, not on single requirements: everything one consumer needs of one upstream entity is one ask,
 * and what it needs of the product as a whole (how fresh, how available) is one more.
 */
export type AskLine = {
  product: string;
  target: string | null;
  kind: RequirementKind;
  value: RequirementValue;
  state: RequirementState;
};
export type AskGroup<L extends AskLine> = AskPlace & { key: string; state: AskState; lines: L[] };

/** The asks of one consumer's requirements, sorted by product, the product as a whole first, then by entity. */
export function groupAsks<L extends AskLine>(consumer: string, lines: readonly L[]): AskGroup<L>[] {
  const groups = new Map<string, AskPlace & { key: string; lines: L[] }>();
  for (const line of lines) {
    const place = { consumer, product: line.product, entity: entityOfTarget(line.target) };
    const key = askKey(place);
    const group = groups.get(key) ?? { ...place, key, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((a, b) => compareText(a.product, b.product) || compareText(a.entity ?? '', b.entity ?? ''))
    .map((group) => ({ ...group, state: askStateOf(group.lines.map((line) => line.state)) }));
}

/** How an ask stands: by what its lines wait for first, `partly` when they ended differently. */
export function askStateOf(states: readonly RequirementState[]): AskState {
  const live = states.filter(isLive);
  if (live.length === 0) return 'withdrawn';
  if (live.includes('proposed')) return 'open';
  if (live.some((state) => waitsFor(state) === 'consumer')) return 'answering';
  if (live.includes('deferred')) return 'deferred';
  const decided = live.filter((state) => state !== 'covered');
  if (decided.length === 0) return 'covered';
  if (decided.every(isAgreed)) return 'accepted';
  return decided.every((state) => state === 'declined') ? 'declined' : 'partly';
}

const CHECKS: ReadonlySet<RequirementKind> = new Set([
  'uniqueness',
  'reference',
  'validity',
  'volume',
  'reconciliation',
  'completeness',
  'privacy',
]);

/**
 * "Order: 6 columns, 4 checks, at most 10 h 50 old", to an analyst "6 fields". `label` names the entity or the product;
 * `freshnessMinutes` is what the consumer needs of the whole product, because that is how old this entity may be.
 */
export function titleOfAsk(
  label: string,
  lines: readonly AskLine[],
  { freshnessMinutes, vocabulary }: { freshnessMinutes: number | null; vocabulary: Vocabulary },
): string {
  const live = lines.filter((line) => isLive(line.state));
  if (live.length === 0) return `${label}: no longer needed`;
  const columns = live.filter((line) => line.kind === 'attribute').length;
  const checks = live.filter((line) => CHECKS.has(line.kind)).length;
  const parts = [
    ...(columns > 0 ? [countOf(columns, vocabulary === 'plain' ? 'field' : 'column')] : []),
    ...(checks > 0 ? [countOf(checks, 'check')] : []),
    ...live.flatMap(describeWhole),
    ...(freshnessMinutes === null || live.some((line) => line.kind === 'freshness')
      ? []
      : [describeAge(freshnessMinutes)]),
  ];
  return parts.length === 0 ? label : `${label}: ${parts.join(', ')}`;
}

function describeWhole({ kind, value }: AskLine): string[] {
  if (kind === 'freshness' && typeof value === 'number') return [describeAge(value)];
  if (kind === 'deadline' && typeof value === 'string') return [`in by ${value}`];
  if (kind === 'availability' && typeof value === 'number') return [`available ${describeShare(value)}`];
  if (kind === 'history' && typeof value === 'number') return [`${value} days of history`];
  if (kind === 'history' && value === 'all') return ['all of its history'];
  return [];
}

function describeAge(minutes: number): string {
  return minutes < 0 ? 'fresher than it can be' : `at most ${describeMinutes(minutes)} old`;
}
