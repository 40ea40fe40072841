import { groupBy } from '@/lib/base/group-by';
import { joinWords } from '@/lib/base/join-words';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledEntity } from '../lineage/lineage';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';
import { tablesBehind } from './tables-behind';

type Lost = { entity: CompiledEntity; metric: string; product: string; table: string };

/**
 * A level is asked for at past moments (the stock at the end of each month), of a table that only knows the present: what
 * it was then is overwritten. Kept rows do not help. A row per moment, with the moment in its key, is no such level, but
 * what it looks up by keys without the moment is: a level is as old as all it is made of.
 */
export function findLostHistory(facts: OwnFacts): FoundConflict[] {
  const { consumer } = facts.demand;
  const { names } = facts;
  const byPlace = groupBy(lostIn(facts), ({ entity, product }) => `${entity.name} ${product}`);
  return [...byPlace.values()].flatMap((lost): FoundConflict[] => {
    const [first] = lost;
    if (!first) return [];
    const { entity, product } = first;
    const shown = [...new Set(lost.map(({ metric }) => metric))];
    const tables = [...new Set(lost.map(({ table }) => table))].sort();
    const label = shown
      .slice(0, 2)
      .map((one) => names.metric(consumer.key, one))
      .join(' and ');
    const know = tables.length > 1 ? 'only know how it is' : 'only knows how it is';
    return [
      {
        code: 'history-lost',
        consumer: consumer.key,
        at: product,
        target: entity.name,
        products: [product],
        path: [entity.ref, tables[0] ?? product],
        numbers: { table: tables[0] ?? '', ...(tables.length > 1 ? { tables } : {}), metrics: shown },
        words: `${label} ${shown.length > 1 ? 'ask' : 'asks'} what ${names.target(consumer.key, entity.name)} was like in the past, but ${joinWords(tables)} ${know} now: every change overwrites what was. ${ownedBy(names, product)}`,
        propose: () => loseMetrics(facts, shown),
      },
    ];
  });
}

/** Every metric with the tables that do not know what it was, each measure and its moment looked at once. */
function lostIn(facts: OwnFacts): Lost[] {
  const { consumer } = facts.demand;
  const known = new Map<string, Omit<Lost, 'metric'>[]>();
  return indexModel(consumer.model).byKind.metric.flatMap((metric) =>
    expandMetric(consumer.model, metric).flatMap(({ measure, times }): Lost[] => {
      const entity = consumer.entities.get(recordOf(consumer.model, 'entity', measure.entityId)?.name ?? '');
      if (measure.behaviour !== 'stock' || !entity || times.length === 0) return [];
      const inKey = times.filter(({ attributeId }) => entity.record.grain.includes(attributeId));
      const days = inKey.flatMap(({ attributeId }) => recordOf(consumer.model, 'attribute', attributeId)?.name ?? []);
      const measured = measure.expression ?? '';
      const key = JSON.stringify([entity.name, measured, days]);
      const lost =
        known.get(key) ??
        tablesBehind(facts, { entity, measured, days: [...new Set(days)] }).flatMap(({ history, product, table }) =>
          history === 'overwrites' && product !== consumer.key ? [{ entity, product, table }] : [],
        );
      known.set(key, lost);
      return lost.map((one) => ({ ...one, metric: metric.name }));
    }),
  );
}
