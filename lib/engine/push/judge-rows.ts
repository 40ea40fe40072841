import { toClock } from '../clock-time';
import type { Lineage } from '../lineage/lineage';
import type { Requirement, RequirementValue } from '../plan';
import { roundOff } from '../round-off';
import type { MissingValues } from '../supply/find-values';
import { zoneShift } from '../zone-shift';
import { judgeValues, statedValues } from './ask-completeness';
import { judgeDelivery } from './ask-delivery';
import { offersUnique } from './ask-keys';
import { judgeReconciliation } from './ask-reconciliation';
import { judgeReference } from './ask-reference';
import { judgeVolume } from './ask-volume';
import type { OfferedTo, Offered as OfferedToNeed } from './asked-row';
import { BADNESS } from './badness';
import { type ClassesIn, historyMax } from './house-rules';
import { judgeValidity } from './judge-validity';
import type { MergedRow } from './merge-rows';
import type { ComposedKind } from './offered-to-reader';

/** Everything a verdict is held against. */
export type Offered = {
  /** For what no need of a consumer's own is behind: to everybody who needs the product. */
  toAll: (kind: ComposedKind) => OfferedTo;
  /** Missing values, by `product.entity.attribute`. */
  values: ReadonlyMap<string, MissingValues | null>;
  /** How the needed values of a product are classified. */
  classesIn: ClassesIn;
};

type Judgement = Pick<Requirement, 'verdict' | 'supply' | 'supplyDayOffset' | 'slack'>;

/** Holds one merged need against what is offered: the verdict, the supply in the same unit, and the room to spare. */
export function judgeRow(lineage: Lineage, offered: Offered, row: MergedRow): Requirement {
  const { product, target, kind, rule, role, value, binding } = row;
  const clock = kind === 'deadline' ? toClock(Number(value)) : null;
  const judged = {
    product,
    target,
    kind,
    rule,
    role,
    value: clock ? clock.at : value,
    ...askedIn(row),
    ...(clock ? { dayOffset: clock.dayOffset, timezone: row.timezone ?? lineage.snapshot.workspace.timezone } : {}),
    ...judge(lineage, offered, row),
    hard: row.hard ?? false,
    approximate: row.approximate ?? false,
    ...(row.placement ? { placement: row.placement } : {}),
    binding,
  };
  tellWhy(judged, row.because);
  return judged;
}

/** Walked when somebody reads it; it is in the JSON like everything else. */
function tellWhy(row: Omit<Requirement, 'because'>, because: () => Requirement['because']): asserts row is Requirement {
  reasons.set(row, because);
  Object.defineProperty(row, 'because', LAZY);
}

/** One way of looking for all rows: a getter of its own would make each row an object of its own kind, and slow. */
const reasons = new WeakMap<object, () => Requirement['because']>();
const LAZY: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get() {
    return reasons.get(this)?.() ?? [];
  },
};

function askedIn({ kind, asked }: MergedRow): Pick<Requirement, 'asked' | 'askedDayOffset'> {
  if (asked === undefined) return {};
  if (kind !== 'deadline') return { asked };
  const { at, dayOffset } = toClock(Number(asked));
  return { asked: at, askedDayOffset: dayOffset };
}

function judge(lineage: Lineage, offered: Offered, row: MergedRow): Judgement {
  const compiled = lineage.product(row.product);
  if (row.isGap || !compiled?.offers) return { verdict: 'missing', supply: null, slack: null };
  const isTold = row.kind === 'privacy' || row.kind === 'stability' || row.judged?.verdict !== 'met';
  if (row.judged && isTold) return { ...row.judged, slack: null };
  switch (row.kind) {
    case 'freshness':
      return worstNeed(row, offered.toAll('freshness'), judgeFreshness);
    case 'deadline':
      return worstNeed(row, offered.toAll('deadline'), ({ supply, best }, required) =>
        judgeDeadline({ ready: inZone(lineage, row, supply), earliest: inZone(lineage, row, best) }, required),
      );
    case 'availability':
      return worstNeed(row, offered.toAll('availability'), judgeShare);
    case 'completeness':
      return judgeCompleteness(lineage, offered, row);
    case 'reference':
      return judgeReference(lineage, row);
    case 'volume':
      return judgeVolume(lineage, row);
    case 'reconciliation':
      return judgeReconciliation(lineage, row);
    case 'delivery':
      return judgeDelivery(lineage, row);
    case 'validity':
      return judgeValidity(lineage, row);
    case 'history':
      return judgeHistory(lineage, offered, row);
    case 'uniqueness':
    case 'relationship':
      return judgeKeys(lineage, row);
    case 'grain':
      return { verdict: 'met', supply: row.value, slack: null };
    default:
      return { verdict: 'met', supply: null, slack: null };
  }
}

/** Promises are made in the workspace's zone; what that is in another is known only where neither changes its clocks. */
function inZone({ snapshot }: Lineage, row: MergedRow, ready: number | null): number | null {
  const shift = zoneShift(snapshot, row.timezone ?? null);
  return ready === null || shift === null ? null : ready + shift;
}

const UNKNOWN: Judgement = { verdict: 'missing', supply: null, slack: null };

/**
 * Every need is held against what it reads itself; told is the one that is worst off, then the strictest, then the one with
 * least room.
 */
function worstNeed(
  row: MergedRow,
  toAll: OfferedTo,
  judgeNeed: (offered: OfferedToNeed, required: number) => Judgement,
): Judgement {
  const { product, target } = row;
  const required = (value: RequirementValue) => (value === 'all' ? Number.POSITIVE_INFINITY : Number(value));
  if (!row.needs) return judgeNeed(toAll(product, target), required(row.value));
  let worst: Judgement | null = null;
  let isStrictest = false;
  for (const { value, offered } of row.needs) {
    const told = judgeNeed((offered ?? toAll)(product, target), required(value));
    const isStrict = value === row.value;
    if (worst !== null && compareNeeds({ told, isStrict }, { told: worst, isStrict: isStrictest }) <= 0) continue;
    worst = told;
    isStrictest = isStrict;
  }
  return worst ?? UNKNOWN;
}

type JudgedNeed = { told: Judgement; isStrict: boolean };

/** Positive where the first is worse off. */
function compareNeeds(a: JudgedNeed, b: JudgedNeed): number {
  const room = ({ told: { slack } }: JudgedNeed) => slack ?? Number.NEGATIVE_INFINITY;
  return (
    BADNESS[a.told.verdict] - BADNESS[b.told.verdict] ||
    Number(a.isStrict) - Number(b.isStrict) ||
    Number(room(a) < room(b)) - Number(room(b) < room(a))
  );
}

function judgeFreshness({ supply, best }: OfferedToNeed, required: number): Judgement {
  const slack = supply === null ? null : roundOff(required - supply);
  if (required < best) return { verdict: 'infeasible', supply, slack };
  if (supply === null || slack === null) return UNKNOWN;
  return { verdict: slack >= 0 ? 'met' : 'tighten', supply, slack };
}

type ReadyAt = { ready: number | null; earliest: number | null };

function judgeDeadline({ ready, earliest }: ReadyAt, required: number): Judgement {
  if (ready === null) return UNKNOWN;
  const slack = roundOff(required - ready);
  const { at, dayOffset } = toClock(ready);
  const possible = earliest === null || required >= earliest ? 'tighten' : 'infeasible';
  return { verdict: slack >= 0 ? 'met' : possible, supply: at, supplyDayOffset: dayOffset, slack };
}

function judgeShare({ supply }: OfferedToNeed, required: number): Judgement {
  if (supply === null) return UNKNOWN;
  const slack = roundOff(supply - required);
  return { verdict: slack >= 0 ? 'met' : 'tighten', supply: roundOff(supply), slack };
}

/** A promise is about rows that all count the same: of weighed ones it says something only when it is all of them. */
function judgeCompleteness(lineage: Lineage, offered: Offered, row: MergedRow): Judgement {
  if (row.rule?.startsWith('values')) {
    const offers = offered.values.get(`${row.product}.${row.target}`) ?? null;
    return judgeValues(offers, statedValues(lineage, row), row);
  }
  return worstNeed(row, offered.toAll('completeness'), (promised, required) =>
    row.rule !== null && promised.supply !== 1 ? UNKNOWN : judgeShare(promised, required),
  );
}

function judgeHistory(lineage: Lineage, offered: Offered, row: MergedRow): Judgement {
  const limit = historyMax(lineage, row.product, offered.classesIn);
  return worstNeed(row, offered.toAll('history'), ({ supply: kept }, days) => {
    const slack = kept === null || days === Number.POSITIVE_INFINITY ? null : kept - days;
    if (limit !== null && days > limit) return { verdict: 'conflict', supply: kept, slack };
    if (kept === null) return UNKNOWN;
    return { verdict: kept >= days ? 'met' : 'tighten', supply: kept, slack };
  });
}

function judgeKeys(lineage: Lineage, row: MergedRow): Judgement {
  const entity = lineage.entity(`${row.product}.${row.target}`);
  if (!entity) return UNKNOWN;
  const value = row.value;
  const keys =
    value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.map(String) : entity.grain;
  switch (offersUnique(lineage, entity, keys)) {
    case 'yes':
      return { verdict: 'met', supply: { keys }, slack: null };
    case 'no':
      // Whether the rows that are left repeat it is not counted.
      if (row.placement) return UNKNOWN;
      return { verdict: 'conflict', supply: { keys: entity.grain }, slack: null };
    case 'unknown':
      return UNKNOWN;
  }
}
