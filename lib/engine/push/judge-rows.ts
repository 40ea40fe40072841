import { toClock } from '../clock-time';
import type { Lineage } from '../lineage/lineage';
import type { Requirement, ShortNeed } from '../plan';
import type { MissingValues } from '../supply/find-values';
import { judgeValues, statedValues } from './ask-completeness';
import { judgeDelivery } from './ask-delivery';
import { offersUnique } from './ask-keys';
import { judgeReconciliation } from './ask-reconciliation';
import { judgeReference } from './ask-reference';
import { judgeVolume } from './ask-volume';
import { findShort } from './find-short';
import type { ClassesIn } from './house-rules';
import { isOfNumber, type Judgement, judgeNeed, type RowOfNumber } from './judge-need';
import { judgeValidity } from './judge-validity';
import type { MergedRow } from './merge-rows';
import type { OfferedToAll } from './offered-to-all';
import type { ComposedKind } from './offered-to-reader';
import { worstNeed } from './worst-need';

/** Everything a verdict is held against. */
export type Offered = {
  /** For what no need of a consumer's own is behind: to everybody who needs the product. */
  toAll: (kind: ComposedKind) => OfferedToAll;
  /** Missing values, by `product.entity.attribute`. */
  values: ReadonlyMap<string, MissingValues | null>;
  /** How the needed values of a product are classified. */
  classesIn: ClassesIn;
};

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
  const isHeldApart = judged.verdict !== 'met' && row.needs !== undefined && row.needs.length > 1;
  if (isHeldApart && isOfNumber(row) && isOffered(lineage, row))
    tellShort(judged, () => findShort(lineage, offered, row));
  return judged;
}

/** Walked when somebody reads it; it is in the JSON like everything else. */
function tellWhy(row: Omit<Requirement, 'because'>, because: () => Requirement['because']): asserts row is Requirement {
  reasons.set(row, because);
  Object.defineProperty(row, 'because', LAZY);
}

/** Listed when somebody reads it, like reasons. */
function tellShort(row: Requirement, short: () => readonly ShortNeed[]): void {
  shorts.set(row, short);
  Object.defineProperty(row, 'short', LAZY_SHORT);
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
const shorts = new WeakMap<object, () => readonly ShortNeed[]>();
const LAZY_SHORT: PropertyDescriptor = {
  ...LAZY,
  get() {
    return shorts.get(this)?.() ?? [];
  },
};

function askedIn({ kind, asked }: MergedRow): Pick<Requirement, 'asked' | 'askedDayOffset'> {
  if (asked === undefined) return {};
  if (kind !== 'deadline') return { asked };
  const { at, dayOffset } = toClock(Number(asked));
  return { asked: at, askedDayOffset: dayOffset };
}

function judge(lineage: Lineage, offered: Offered, row: MergedRow): Judgement {
  if (!isOffered(lineage, row)) return { verdict: 'missing', supply: null, slack: null };
  const isTold = row.kind === 'privacy' || row.kind === 'stability' || row.judged?.verdict !== 'met';
  if (row.judged && isTold) return { ...row.judged, slack: null };
  if (isOfNumber(row)) return judgeNumber(lineage, offered, row);
  switch (row.kind) {
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
    case 'uniqueness':
    case 'relationship':
      return judgeKeys(lineage, row);
    case 'grain':
      return { verdict: 'met', supply: row.value, slack: null };
    default:
      return { verdict: 'met', supply: null, slack: null };
  }
}

function isOffered(lineage: Lineage, { isGap, product }: MergedRow): boolean {
  return !isGap && lineage.product(product)?.offers === true;
}

const UNKNOWN: Judgement = { verdict: 'missing', supply: null, slack: null };

/** What comes down to a number is held against what each need reads itself; values are counted, whoever reads them. */
function judgeNumber(lineage: Lineage, offered: Offered, row: RowOfNumber): Judgement {
  if (row.kind === 'completeness' && row.rule?.startsWith('values')) {
    const offers = offered.values.get(`${row.product}.${row.target}`) ?? null;
    return judgeValues(offers, statedValues(lineage, row), row);
  }
  return worstNeed(row, offered, judgeNeed(lineage, offered, row)) ?? UNKNOWN;
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
