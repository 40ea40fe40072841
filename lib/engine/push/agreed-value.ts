import type { Agreement } from '@/lib/catalog/agreement';
import type { Product } from '@/lib/catalog/snapshot';
import { minutesOfClock } from '../clock-time';
import type { RequirementKind, RequirementValue } from '../plan';
import { rowKey } from './asked-row';

export type Need = {
  product: string;
  target: string | null;
  kind: RequirementKind;
  rule: string | null;
  value: RequirementValue;
};

type Agreeing = Pick<Product, 'agreements'>;

const books = new WeakMap<readonly Agreement[], ReadonlyMap<string, Agreement>>();

/**
 * What a need comes to in the face of what its consumer has agreed to: the agreed value, the need itself where it has
 * become weaker than that, and the need itself where it asks for more than what the agreement was about. Deadlines are
 * minutes from the midnight of the stated day.
 */
export function agreedValue({ agreements }: Agreeing, need: Need): RequirementValue {
  if (!agreements || agreements.length === 0) return need.value;
  const agreement = bookOf(agreements).get(rowKey(need));
  if (!agreement) return need.value;
  const agreed = inRowUnit(agreement, agreement.value);
  const now = strictness(need.kind, need.value);
  const then = strictness(need.kind, inRowUnit(agreement, agreement.asked));
  const settled = strictness(need.kind, agreed);
  if (now === null || then === null || settled === null) return need.value;
  return now <= then && now > settled ? agreed : need.value;
}

/** The same for a number, as budgets are carried. */
export function agreedNumber(product: Agreeing, need: Need & { value: number }): number {
  const value = agreedValue(product, need);
  return typeof value === 'number' ? value : need.value;
}

function bookOf(agreements: readonly Agreement[]): ReadonlyMap<string, Agreement> {
  const known = books.get(agreements);
  if (known) return known;
  const book = new Map(agreements.map((agreement) => [rowKey(agreement), agreement]));
  books.set(agreements, book);
  return book;
}

function inRowUnit({ kind, dayOffset }: Agreement, value: RequirementValue): RequirementValue {
  if (kind !== 'deadline' || typeof value !== 'string') return value;
  return minutesOfClock(value) + (dayOffset ?? 0) * 24 * 60;
}

/** The larger the more is asked; null where there is nothing between yes and no. */
function strictness(kind: RequirementKind, value: RequirementValue): number | null {
  if (kind === 'history' && value === 'all') return Number.POSITIVE_INFINITY;
  if (typeof value !== 'number') return null;
  switch (kind) {
    case 'freshness':
    case 'deadline':
      return -value;
    case 'availability':
    case 'completeness':
    case 'history':
      return value;
    default:
      return null;
  }
}
