import { indexModel, recordOf } from '@/lib/model/model-index';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';

/**
 * A level is asked for at past moments (the stock at the end of each month), of a table that only knows the present: what
 * it was then is overwritten. Kept rows do not help, and a row per moment, with the moment in its key, is no such level.
 */
export function findLostHistory(facts: OwnFacts): FoundConflict[] {
  const { demand, names, lineage } = facts;
  const { consumer } = demand;
  const asking = new Map<string, { entity: CompiledEntity; attributes: Set<string>; metrics: string[] }>();
  for (const metric of indexModel(consumer.model).byKind.metric)
    for (const { measure, times } of expandMetric(consumer.model, metric)) {
      const name = recordOf(consumer.model, 'entity', measure.entityId)?.name ?? '';
      const entity = consumer.entities.get(name);
      const isDated = times.some(({ attributeId }) => entity?.record.grain.includes(attributeId));
      if (measure.behaviour !== 'stock' || !entity || isDated || times.length === 0) continue;
      const known = asking.get(name) ?? { entity, attributes: new Set<string>(), metrics: [] };
      known.attributes.add(measure.expression ?? '');
      known.metrics.push(metric.name);
      asking.set(name, known);
    }
  return [...asking.values()].flatMap(({ entity, attributes, metrics }): FoundConflict[] => {
    const [measured] = attributes;
    const base = baseTable(lineage, entity, measured ?? '');
    if (base?.history !== 'overwrites' || base.product === consumer.key) return [];
    const shown = [...new Set(metrics)];
    const label = shown
      .slice(0, 2)
      .map((one) => names.metric(consumer.key, one))
      .join(' and ');
    return [
      {
        code: 'history-lost',
        consumer: consumer.key,
        at: base.product,
        target: entity.name,
        products: [base.product],
        path: [entity.ref, base.table],
        numbers: { table: base.table, metrics: shown },
        words: `${label} ${shown.length > 1 ? 'ask' : 'asks'} what ${names.target(consumer.key, entity.name)} was like in the past, but ${base.table} only knows how it is now: every change overwrites what was. ${ownedBy(names, base.product)}`,
        propose: () => loseMetrics(facts, shown),
      },
    ];
  });
}

/** The table a value is copied from, through plain copies; null where rows are grouped on the way. */
function baseTable(lineage: Lineage, start: CompiledEntity, attribute: string) {
  let at: CompiledEntity | null = start;
  let name = attribute;
  for (let steps = 0; at !== null && steps < STEPS_MAX; steps++) {
    const { derivation, product }: CompiledEntity = at;
    const tree = overInputs(at, name);
    const alias = tree?.kind === 'column' ? tree.qualifier : null;
    const input = derivation?.inputs.find((one) => one.alias === alias) ?? derivation?.inputs[0];
    if (!input || (derivation?.groupBy.length ?? 0) > 0) return null;
    if (input.kind === 'table') {
      const table = lineage.table(input.ref)?.table;
      return table ? { product, table: input.ref, history: table.history } : null;
    }
    name = tree?.kind === 'column' ? tree.name : '';
    at = lineage.entity(input.ref);
  }
  return null;
}

const STEPS_MAX = 20_000;
