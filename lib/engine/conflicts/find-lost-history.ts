import { compareText } from '@/lib/base/compare-text';
import { groupBy } from '@/lib/base/group-by';
import { joinWords } from '@/lib/base/join-words';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { resolveName } from '@/lib/model/references';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';

/**
 * A level is asked for at past moments (the stock at the end of each month), of a table that only knows the present: what
 * it was then is overwritten. Kept rows do not help, and a row per moment, with the moment in its key, is no such level.
 */
export function findLostHistory(facts: OwnFacts): FoundConflict[] {
  const { demand, names } = facts;
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
    const bases = [...attributes].flatMap((measured) => baseTables(facts, entity, measured));
    const lost = bases.filter(({ history, product }) => history === 'overwrites' && product !== consumer.key);
    const shown = [...new Set(metrics)];
    const label = shown
      .slice(0, 2)
      .map((one) => names.metric(consumer.key, one))
      .join(' and ');
    return [...groupBy(lost, ({ product }) => product)].map(([product, own]): FoundConflict => {
      const tables = [...new Set(own.map(({ table }) => table))];
      const know = tables.length > 1 ? 'only know how it is' : 'only knows how it is';
      return {
        code: 'history-lost',
        consumer: consumer.key,
        at: product,
        target: entity.name,
        products: [product],
        path: [entity.ref, tables[0] ?? product],
        numbers: { table: tables[0] ?? '', ...(tables.length > 1 ? { tables } : {}), metrics: shown },
        words: `${label} ${shown.length > 1 ? 'ask' : 'asks'} what ${names.target(consumer.key, entity.name)} was like in the past, but ${joinWords(tables)} ${know} now: every change overwrites what was. ${ownedBy(names, product)}`,
        propose: () => loseMetrics(facts, shown),
      };
    });
  });
}

type Base = { product: string; table: string; history: 'overwrites' | 'appends' };

/** Every table a measured value is made from, whatever is done with it on the way; none where rows are grouped. */
function baseTables({ lineage, demand }: OwnFacts, start: CompiledEntity, measured: string): Base[] {
  const { consumer } = demand;
  const tree = parseExpression(measured);
  const names = tree.ok ? columnsOf(tree.value) : [];
  const found = new Map<string, Base>();
  const waiting: { entity: CompiledEntity; name: string | null }[] = names.flatMap((column) => {
    const at = resolveName(consumer.model, start.record.id, column);
    const attribute = at.ok ? recordOf(consumer.model, 'attribute', at.value.attributeId) : null;
    const owner = recordOf(consumer.model, 'entity', attribute?.entityId ?? null);
    const entity = owner && consumer.entities.get(owner.name);
    return attribute && entity ? [{ entity, name: attribute.name }] : [];
  });
  // What is counted has no value: its rows are those of what it comes from.
  if (measured === '') waiting.push({ entity: start, name: null });
  const seen = new Set<string>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { entity, name } = at;
    const { derivation } = entity;
    const key = `${entity.ref}.${name ?? ''}`;
    if (seen.has(key) || !derivation || derivation.groupBy.length > 0) continue;
    seen.add(key);
    for (const { input, column } of readsOf(derivation.inputs, name === null ? null : overInputs(entity, name))) {
      const table = input.kind === 'table' ? lineage.table(input.ref)?.table : null;
      if (table) found.set(input.ref, { product: entity.product, table: input.ref, history: table.history });
      const next = input.kind === 'entity' ? lineage.entity(input.ref) : null;
      if (next) waiting.push({ entity: next, name: column });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.product, b.product) || compareText(a.table, b.table));
}

function readsOf(
  inputs: readonly CompiledInput[],
  tree: Expression | null,
): { input: CompiledInput; column: string | null }[] {
  const [from] = inputs;
  if (tree === null) return from ? [{ input: from, column: null }] : [];
  return columnsOf(tree).flatMap(({ qualifier, name }) => {
    const input = inputs.find(({ alias }) => alias === qualifier);
    return input ? [{ input, column: name }] : [];
  });
}
