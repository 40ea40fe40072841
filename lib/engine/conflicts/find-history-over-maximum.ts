import { compareText } from '@/lib/base/compare-text';
import { describeDays } from '@/lib/base/describe-days';
import { groupDigits } from '@/lib/base/group-digits';
import { nameFew } from '@/lib/base/name-few';
import type { Policy } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import type { ExpectationRecord } from '@/lib/model/records';
import { longerHistory } from '../demand/history-days';
import { type AskedRow, causesOf } from '../push/asked-row';
import { rulesThatApply } from '../push/house-rules';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';

type Limit = { policy: Policy; days: number };

/**
 * A longer past is needed than a house rule lets anybody keep: told once for the product furthest left that may not keep
 * it, for the longest need, however many products on the way may not either.
 */
export function findHistoryOverMaximum(facts: OwnFacts): FoundConflict[] {
  const { demand, names, lineage } = facts;
  if (!lineage.snapshot.policies.some(({ requires }) => requires.some(({ rule }) => rule === 'history-max'))) return [];
  const broken = new Map<string, { limit: Limit; row: AskedRow; products: Set<string> }>();
  for (const row of facts.asked) {
    if (row.kind !== 'history') continue;
    const limit = limitOf(facts, row.product);
    if (!limit || (row.value !== 'all' && Number(row.value) <= limit.days)) continue;
    const known = broken.get(limit.policy.key);
    const order = demand.graph.order;
    const isFurther = known && order.indexOf(row.product) > order.indexOf(known.row.product);
    const isLonger = known && daysOf(row) !== daysOf(known.row) && longerOf(row, known.row) === daysOf(row);
    if (!known || isLonger || (isFurther && daysOf(row) === daysOf(known.row)))
      broken.set(limit.policy.key, { limit, row, products: (known?.products ?? new Set()).add(row.product) });
    else known.products.add(row.product);
  }
  return [...broken.values()].map(({ limit, row, products }): FoundConflict => {
    const { key } = demand.consumer;
    const metrics = isOfAll(facts, row) ? [] : metricsOf(row);
    const who = metrics.length === 0 ? names.product(key) : nameFew(metrics.map((one) => names.metric(key, one)));
    const needs = metrics.length > 1 ? 'need' : 'needs';
    const past = row.value === 'all' ? 'everything that ever was' : describeDays(Number(row.value));
    const kept = [...products].sort(compareText);
    const lets = kept.length > 1 ? 'them' : 'it';
    return {
      code: 'history-max',
      consumer: key,
      at: row.product,
      products: kept,
      path: causesOf(row.because)[0]?.path ?? [],
      numbers: { neededDays: row.value, allowedDays: limit.days, policy: limit.policy.key },
      words: `${who} ${needs} ${past} of ${nameFew(kept.map((product) => names.product(product)))}, but the house rule “${limit.policy.key}” lets ${lets} keep ${describeDays(limit.days)} at most. ${ownedBy(names, ...kept)}`,
      propose: () => proposals(facts, limit, row),
    };
  });
}

function metricsOf(row: AskedRow): string[] {
  return [...new Set(causesOf(row.because).flatMap(({ metric }) => metric ?? []))];
}

/** What the whole model states is needed by all of it, and by no metric more than by another. */
function isOfAll({ demand }: OwnFacts, row: AskedRow): boolean {
  return indexModel(demand.consumer.model).byKind.expectation.some(
    ({ rule, onId, origin }) =>
      rule.rule === 'history' && onId === null && origin === 'stated' && rule.days === row.value,
  );
}

function limitOf({ lineage, classesIn }: OwnFacts, product: string): Limit | null {
  const limits = rulesThatApply(lineage, [product], classesIn).flatMap(({ policy, rule }) =>
    rule.rule === 'history-max' ? [{ policy, days: rule.days }] : [],
  );
  return limits.sort((a, b) => a.days - b.days || compareText(a.policy.key, b.policy.key))[0] ?? null;
}

function daysOf({ value }: AskedRow): number | 'all' | null {
  return typeof value === 'number' || value === 'all' ? value : null;
}

function longerOf(a: AskedRow, b: AskedRow): number | 'all' | null {
  return longerHistory(daysOf(a), daysOf(b));
}

function describeShorter(shorter: readonly ExpectationRecord[], over: number): string {
  const [only, ...others] = shorter;
  if (only?.rule.rule !== 'history' || others.length > 0) return `Show ${describeDays(over)} less.`;
  return `Ask for ${describeDays(only.rule.days)} instead of ${groupDigits(only.rule.days + over)}.`;
}

function proposals(facts: OwnFacts, { policy, days }: Limit, row: AskedRow): Proposal[] {
  const { consumer } = facts.demand;
  const needed = row.value;
  const over = typeof needed === 'number' ? needed - days : Number.POSITIVE_INFINITY;
  const shorter = indexModel(consumer.model).byKind.expectation.flatMap((record): ExpectationRecord[] => {
    const { rule } = record;
    if (rule.rule !== 'history' || rule.days <= over) return [];
    return [{ ...record, rule: { rule: 'history', days: rule.days - over } }];
  });
  const requires = policy.requires.map((rule) =>
    rule.rule === 'history-max' && typeof needed === 'number' ? { ...rule, days: needed } : rule,
  );
  const put = { ...policy, requires };
  return [
    ...(shorter.length > 0
      ? [
          {
            words: describeShorter(shorter, over),
            change: { schedules: [], records: [{ product: consumer.key, put: shorter, remove: [] }] },
          },
        ]
      : []),
    typeof needed === 'number'
      ? {
          words: `Let the house rule “${policy.key}” allow ${describeDays(needed)}.`,
          change: { schedules: [], policies: { drop: [], put: [put] } },
        }
      : {
          words: `Take back the house rule “${policy.key}”.`,
          change: { schedules: [], policies: { drop: [policy.key] } },
        },
    ...loseMetrics(
      facts,
      causesOf(row.because).flatMap(({ metric }) => metric ?? []),
    ),
  ];
}
