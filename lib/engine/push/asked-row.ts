import { compareText } from '@/lib/base/compare-text';
import type { CauseSet } from '../demand/demand';
import type { Cause, Placement, Requirement, RequirementKind, RequirementValue } from '../plan';

/** One need of one consumer (or of a house rule, consumer null), before it is merged with others and judged. */
export type AskedRow = {
  consumer: string | null;
  product: string;
  target: string | null;
  kind: RequirementKind;
  rule: string | null;
  role: Requirement['role'];
  value: RequirementValue;
  /** What the need by itself comes to, where something weaker was agreed; `value` is then the agreed one. */
  asked?: RequirementValue;
  timezone?: string;
  /** What is offered by what the need itself reads; absent where a house rule asks, whoever reads what. */
  offered?: OfferedTo;
  hard?: boolean;
  approximate?: boolean;
  placement?: Placement;
  /** A verdict that can be told only where the need is known, and not from what is offered alone. */
  judged?: Pick<Requirement, 'verdict' | 'supply'>;
  /** The causes that a house rule cannot be reconciled with, where it is not all that need it. */
  against?: CauseSet;
  /** Nobody stated it, so whoever states something of the kind overrules it. */
  isDefault?: boolean;
  /** Nothing offers it: the wish of an analyst, or an attribute its product does not know the origin of. */
  isGap?: boolean;
  because: Because;
};

/** Minutes, a share or days today; `best` is what schedules allow, for minutes. Null is unknown. */
export type Offered = { supply: number | null; best: number };

/** What one reader is offered, by product and entity (null: the product): one for all rows of a need. */
export type OfferedTo = (product: string, target: string | null) => Offered;

/** Causes, or how to find them: a path is walked when somebody reads it, and most plans have more than anybody reads. */
export type Because = readonly Cause[] | (() => readonly Cause[]);

export function causesOf(because: Because): readonly Cause[] {
  return typeof because === 'function' ? because() : because;
}

/** What makes two needs the same requirement. */
export function rowKey(row: { product: string; target: string | null; kind: string; rule: string | null }): string {
  return JSON.stringify([row.product, row.target, row.kind, row.rule]);
}

/** Product, target (the product itself first), kind, rule: the order of every plan. */
export function compareRows(
  a: { product: string; target: string | null; kind: string; rule: string | null },
  b: { product: string; target: string | null; kind: string; rule: string | null },
): number {
  return (
    compareText(a.product, b.product) ||
    compareText(a.target ?? '', b.target ?? '') ||
    compareText(a.kind, b.kind) ||
    compareText(a.rule ?? '', b.rule ?? '')
  );
}
