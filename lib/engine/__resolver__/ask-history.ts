import type { Product } from '@/lib/catalog/snapshot';
import { type MetricRecord, recordsOf, type TimeGrain } from '@/lib/model/records';
import { reachedBy } from './ask-minutes';
import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { entitiesOfLeg, legsOf } from './find-uses';
import { houseRulesOn } from './house-policies';
import { statedOn } from './needs';
import type { InputView, WorkspaceView } from './view';

const GRAIN_DAYS = { day: 0, week: 6, month: 30, quarter: 91, year: 365 };
const TO_DATE_DAYS = { month: 30, quarter: 91, year: 365 };

/**
 * Days of history: what is shown (a day, when nothing was stated), the period that must be whole, and what is looked
 * back beyond it. Every entity a metric touches needs them, and everything those are made from. Stated of the model as a
 * whole it is told once per product.
 */
export function askHistory(view: WorkspaceView, product: Product, demand: Demand): Asked[] {
  const isOfProduct = statedOn(product, 'history').length > 0;
  const house = reachedBy(demand)
    .filter((at) => at !== demand.consumer)
    .flatMap((at) =>
      houseRulesOn(view, demand, at, 'history').map(({ days: value }) =>
        asked({ kind: 'history', product: at, target: null, value, within: demand, isHouseRule: true }),
      ),
    );
  const needed = reachedUpstream(product, demand).flatMap(({ input: { isTable, ref }, days: value }) => {
    const at = ref.slice(0, ref.indexOf('.'));
    if (isTable || at === product.key) return [];
    const target = isOfProduct ? null : ref.slice(at.length + 1);
    return [asked({ kind: 'history', product: at, target, value, within: demand })];
  });
  return [...needed, ...house];
}

/** A table is kept as long as any entity made from it is needed; null where nobody asks for any history. */
export function historyOfTable(product: Product, demand: Demand, table: string): number | null {
  const days = reachedUpstream(product, demand).flatMap(({ input, days }) => (input.ref === table ? [days] : []));
  return days.length === 0 ? null : Math.max(...days);
}

function needsOf(product: Product, demand: Demand): Need[] {
  return [
    ...recordsOf(product.model, 'metric').flatMap((metric) => needsOfMetric(product, metric)),
    ...recordsOf(product.model, 'entity').flatMap((entity) =>
      statedAt(product, entity.id).map((days) => ({ entity: entity.name, days })),
    ),
    ...statedOn(product, 'history').flatMap(({ days }) => demand.uses.map(({ entity }) => ({ entity, days }))),
  ];
}

/** Every input on every path below a need, tables included; what is recomputed needs its inputs to reach as far back. */
function reachedUpstream(product: Product, demand: Demand): { input: InputView; days: number }[] {
  const below = (entity: string): InputView[] => {
    const { live = [], wished = [] } = demand.entities.get(entity) ?? {};
    const reads = [
      ...live,
      ...wished.map((ref): InputView => ({ as: '', ref, isTable: false, join: 'from', on: null })),
    ];
    return reads.flatMap((input) => [input, ...(input.isTable ? [] : below(input.ref))]);
  };
  return needsOf(product, demand).flatMap(({ entity, days }) =>
    below(`${product.key}.${entity}`).map((input) => ({ input, days })),
  );
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
  if (formula.kind === 'change') return calendarDays(formula.offset) + (['week', 'month'].includes(grain) ? 1 : 0);
  if (formula.kind !== 'cumulative') return 0;
  if (formula.toDate) return TO_DATE_DAYS[formula.toDate];
  if (formula.window === null || 'all' in formula.window) return Number.POSITIVE_INFINITY;
  return calendarDays(formula.window) - 1;
}

function statedAt(product: Product, id: string): number[] {
  return recordsOf(product.model, 'expectation').flatMap(({ onId, rule }) =>
    onId === id && rule.rule === 'history' ? [rule.days] : [],
  );
}

/** The longest that so many days, months or years can be, wherever in the calendar they begin. */
function calendarDays(length: { days: number } | { months: number } | { years: number }): number {
  if ('days' in length) return length.days;
  const months = 'months' in length ? length.months : length.years * 12;
  let longest = 0;
  for (let start = 0; start < 96; start++) {
    const from = Date.UTC(2000, start, 1);
    longest = Math.max(longest, (Date.UTC(2000, start + months, 1) - from) / 86_400_000);
  }
  return longest;
}
