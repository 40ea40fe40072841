import { unreachable } from '@/lib/base/unreachable';
import { toClock } from '../clock-time';
import type { Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';
import { roundOff } from '../round-off';
import { zoneShift } from '../zone-shift';
import type { Offered as OfferedToNeed } from './asked-row';
import { historyMax } from './house-rules';
import type { Offered } from './judge-rows';
import type { MergedRow } from './merge-rows';
import type { ComposedKind } from './offered-to-reader';

export type Judgement = Pick<Requirement, 'verdict' | 'supply' | 'supplyDayOffset' | 'slack'>;

/** How one need of what is required is held against what it is offered itself; minutes, a share or days. */
export type JudgeNeed = (offered: OfferedToNeed, required: number) => Judgement;

/** A requirement that is a number of minutes, a share or days, which each consumer is offered over what it reads itself. */
export type RowOfNumber = MergedRow & { kind: ComposedKind };

const KINDS: ReadonlySet<string> = new Set<ComposedKind>([
  'freshness',
  'deadline',
  'availability',
  'completeness',
  'history',
]);

export function isOfNumber(row: MergedRow): row is RowOfNumber {
  return KINDS.has(row.kind);
}

export function judgeNeed(lineage: Lineage, { classesIn }: Pick<Offered, 'classesIn'>, row: RowOfNumber): JudgeNeed {
  const { kind } = row;
  switch (kind) {
    case 'freshness':
      return judgeFreshness;
    case 'deadline':
      return ({ supply, best }, required) =>
        judgeDeadline({ ready: inZone(lineage, row, supply), earliest: inZone(lineage, row, best) }, required);
    case 'availability':
      return judgeShare;
    case 'completeness':
      // A promise is about rows that all count the same: of weighed ones it says something only when it is all of them.
      return (promised, required) =>
        row.rule !== null && promised.supply !== 1 ? UNKNOWN : judgeShare(promised, required);
    case 'history':
      return judgeHistory(historyMax(lineage, row.product, classesIn));
    default:
      return unreachable(kind);
  }
}

const UNKNOWN: Judgement = { verdict: 'missing', supply: null, slack: null };

/** Promises are made in the workspace's zone; what that is in another is known only where it is the same every day. */
function inZone({ snapshot }: Lineage, row: MergedRow, ready: number | null): number | null {
  const shift = zoneShift(snapshot, row.timezone ?? null);
  return ready === null || shift === null ? null : ready + shift;
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

function judgeHistory(limit: number | null): JudgeNeed {
  return ({ supply: kept }, days) => {
    const slack = kept === null || days === Number.POSITIVE_INFINITY ? null : kept - days;
    if (limit !== null && days > limit) return { verdict: 'conflict', supply: kept, slack };
    if (kept === null) return UNKNOWN;
    return { verdict: kept >= days ? 'met' : 'tighten', supply: kept, slack };
  };
}
