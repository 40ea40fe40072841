import type { Product } from '@/lib/catalog/snapshot';
import { type MetricRecord, recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { reachedBy } from './ask-minutes';
import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { statedOn } from './needs';
import { parsed } from './view';

const GRAIN_DAYS = { day: 0, week: 6, month: 30, quarter: 91, year: 365 };
const TO_DATE_DAYS = { month: 30, quarter: 91, year: 365 };

/** Days of history per entity: what a metric looks back, what was stated of it, and the period that must be whole. */
export function askHistory(product: Product, demand: Demand): Asked[] {
  const stated = Math.max(0, ...statedOn(product, 'history').map(({ days }) => days));
  const facts = { consumer: demand.consumer, kind: 'history' as const };
  const model =
    stated === 0
      ? []
      : reachedBy(demand).flatMap((at) =>
          at === demand.consumer ? [] : [asked({ ...facts, product: at, target: null, value: stated })],
        );
  const metrics = recordsOf(product.model, 'metric').flatMap((metric) => {
    const own = statedAt(product, metric.id);
    const lookback = lookbackOf(product, metric);
    if (own === 0 && lookback === 0) return [];
    const days = Math.max(own, stated) + lookback + grainOf(product, metric);
    const entities = demand.uses.filter((use) => use.metric === metric.name).map(({ entity }) => entity);
    return entities.flatMap((entity) => upstream(demand, `${product.key}.${entity}`, days));
  });
  const entities = recordsOf(product.model, 'entity').flatMap((entity) => {
    const days = statedAt(product, entity.id);
    return days === 0 ? [] : upstream(demand, `${product.key}.${entity.name}`, days);
  });
  return [...model, ...metrics, ...entities];

  function upstream(within: Demand, entity: string, value: number): Asked[] {
    const needed = within.entities.get(entity);
    return (needed?.live ?? []).flatMap(({ isTable, ref }) => {
      if (isTable) return [];
      const at = ref.slice(0, ref.indexOf('.'));
      const row = asked({ ...facts, product: at, target: ref.slice(at.length + 1), value });
      return [...(at === product.key ? [] : [row]), ...upstream(within, ref, value)];
    });
  }
}

function statedAt(product: Product, id: string): number {
  const days = recordsOf(product.model, 'expectation').flatMap(({ onId, rule }) =>
    onId === id && rule.rule === 'history' ? [rule.days] : [],
  );
  return Math.max(0, ...days);
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
    const isCoarse = metric.grain === 'week' || metric.grain === 'month';
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

function grainOf(product: Product, metric: MetricRecord): number {
  if (metric.grain !== null) return GRAIN_DAYS[metric.grain];
  return Math.max(0, ...partsOf(product, metric).map((part) => grainOf(product, part)));
}
