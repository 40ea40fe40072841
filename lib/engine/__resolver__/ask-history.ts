import type { Product } from '@/lib/catalog/snapshot';
import { type MetricRecord, recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { legsOf } from './find-uses';
import { statedOn } from './needs';
import { parsed } from './view';
import { nameOf } from './ways';

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
    ...recordsOf(product.model, 'metric').flatMap((metric) => needsOfMetric(product, demand, metric)),
    ...recordsOf(product.model, 'entity').flatMap((entity) =>
      statedAt(product, entity.id).map((days) => ({ entity: entity.name, days })),
    ),
    ...onModel.flatMap((days) => demand.uses.map(({ entity }) => ({ entity, days }))),
  ];
  const isOfProduct = onModel.length > 0;
  return needs.flatMap(({ entity, days }) => upstream(demand, `${product.key}.${entity}`, days, isOfProduct));
}

type Need = { entity: string; days: number };

function needsOfMetric(product: Product, demand: Demand, metric: MetricRecord): Need[] {
  const shown = [
    ...statedOn(product, 'history').map(({ days }) => days),
    ...statedAt(product, metric.id),
    ...legsOf(product, metric).flatMap(({ measure }) => statedAt(product, measure.entityId)),
  ];
  const lookback = lookbackOf(product, metric);
  if (shown.length === 0 && lookback === 0) return [];
  const days = Math.max(1, ...shown) + grainOf(product, metric) + lookback;
  return demand.uses.filter((use) => use.metric === metric.name).map(({ entity }) => ({ entity, days }));
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

function partsOf(product: Product, { formula }: MetricRecord): MetricRecord[] {
  const all = recordsOf(product.model, 'metric');
  const byId = (id: string | null) => all.filter((metric) => metric.id === id);
  switch (formula.kind) {
    case 'ratio':
      return [...byId(formula.numeratorId), ...byId(formula.denominatorId)];
    case 'change':
      return byId(formula.metricId);
    case 'derived': {
      const tree = parsed(formula.formula);
      const names = tree ? columnsOf(tree).map(({ name }) => name) : [];
      return all.filter(({ name }) => names.includes(name));
    }
    default:
      return [];
  }
}

function lookbackOf(product: Product, metric: MetricRecord): number {
  const parts = Math.max(0, ...partsOf(product, metric).map((part) => lookbackOf(product, part)));
  const { formula } = metric;
  if (formula.kind === 'change') {
    const isCoarse = grainOf(product, metric) > 0;
    return parts + calendarDays(formula.offset) + (isCoarse ? 1 : 0);
  }
  if (formula.kind !== 'cumulative') return parts;
  if (formula.toDate) return TO_DATE_DAYS[formula.toDate];
  if (formula.window === null) return 0;
  return 'all' in formula.window ? Number.POSITIVE_INFINITY : calendarDays(formula.window) - 1;
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

/** A metric without a grain of its own is shown at the coarsest of its parts. */
function grainOf(product: Product, metric: MetricRecord): number {
  if (metric.grain !== null) return GRAIN_DAYS[metric.grain];
  return Math.max(0, ...partsOf(product, metric).map((part) => grainOf(product, part)));
}

export function measureEntities(product: Product, metric: MetricRecord): string[] {
  return legsOf(product, metric).map(({ measure }) => nameOf(product, measure.entityId));
}
