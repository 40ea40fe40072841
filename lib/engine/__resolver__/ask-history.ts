import type { Product } from '@/lib/catalog/snapshot';
import { type MetricRecord, recordsOf, type TimeGrain } from '@/lib/model/records';
import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { entitiesOfLeg, legsOf } from './find-uses';
import { statedOn } from './needs';

const GRAIN_DAYS = { day: 0, week: 6, month: 30, quarter: 91, year: 365 };
const TO_DATE_DAYS = { month: 30, quarter: 91, year: 365 };

/**
 * Days of history: what is shown (a day, when nothing was stated), the period that must be whole, and what is looked
 * back beyond it. Every entity a metric touches needs them, and everything those are made from. Stated of the model as a
 * whole it is told once per product.
 */
export function askHistory(product: Product, demand: Demand): Asked[] {
  const onModel = statedOn(product, 'history').map(({ days }) => days);
  const needs = [
    ...recordsOf(product.model, 'metric').flatMap((metric) => needsOfMetric(product, metric)),
    ...recordsOf(product.model, 'entity').flatMap((entity) =>
      statedAt(product, entity.id).map((days) => ({ entity: entity.name, days })),
    ),
    ...onModel.flatMap((days) => demand.uses.map(({ entity }) => ({ entity, days }))),
  ];
  const isOfProduct = onModel.length > 0;
  return needs.flatMap(({ entity, days }) => upstream(demand, `${product.key}.${entity}`, days, isOfProduct));
}

type Need = { entity: string; days: number };

/** Leg by leg: what a ratio compares with last year asks nothing more of the other half. */
function needsOfMetric(product: Product, metric: MetricRecord): Need[] {
  return legsOf(product, metric).flatMap((leg) => {
    const shown = [
      ...statedOn(product, 'history').map(({ days }) => days),
      ...statedAt(product, metric.id),
      ...statedAt(product, leg.measure.entityId),
    ];
    const grain = leg.above.find((one) => one.grain !== null)?.grain ?? 'day';
    const lookback = leg.above.reduce((days, { formula }) => days + lookbackOf(formula, grain), 0);
    if (shown.length === 0 && lookback === 0) return [];
    const days = Math.max(1, ...shown) + GRAIN_DAYS[grain] + lookback;
    return entitiesOfLeg(product, leg).map((entity) => ({ entity, days }));
  });
}

function lookbackOf(formula: MetricRecord['formula'], grain: TimeGrain): number {
  if (formula.kind === 'change') return calendarDays(formula.offset) + (grain === 'day' ? 0 : 1);
  if (formula.kind !== 'cumulative') return 0;
  if (formula.toDate) return TO_DATE_DAYS[formula.toDate];
  if (formula.window === null || 'all' in formula.window) return Number.POSITIVE_INFINITY;
  return calendarDays(formula.window) - 1;
}

function upstream(demand: Demand, entity: string, value: number, isOfProduct: boolean): Asked[] {
  const live = demand.entities.get(entity)?.live ?? [];
  return live.flatMap(({ isTable, ref }) => {
    if (isTable) return [];
    const product = ref.slice(0, ref.indexOf('.'));
    const target = isOfProduct ? null : ref.slice(product.length + 1);
    const row = asked({ consumer: demand.consumer, kind: 'history', product, target, value });
    return [...(product === demand.consumer ? [] : [row]), ...upstream(demand, ref, value, isOfProduct)];
  });
}

function statedAt(product: Product, id: string): number[] {
  return recordsOf(product.model, 'expectation').flatMap(({ onId, rule }) =>
    onId === id && rule.rule === 'history' ? [rule.days] : [],
  );
}

/** The longest that so many days, months or years can be, wherever in the calendar they begin. */
export function calendarDays(length: { days: number } | { months: number } | { years: number }): number {
  if ('days' in length) return length.days;
  const months = 'months' in length ? length.months : length.years * 12;
  let longest = 0;
  for (let start = 0; start < 96; start++) {
    const from = Date.UTC(2000, start, 1);
    longest = Math.max(longest, (Date.UTC(2000, start + months, 1) - from) / 86_400_000);
  }
  return longest;
}
