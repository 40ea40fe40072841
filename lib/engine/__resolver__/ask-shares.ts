import { recordsOf } from '@/lib/model/records';
import { reachedBy, within } from './ask-minutes';
import { type Asked, asked } from './asked';
import type { Demand } from './demand';
import { legsOf } from './find-uses';
import { houseRulesOn } from './house-policies';
import { statedAnywhere } from './needs';
import { runtimeAncestors } from './supply';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

export type AvailabilityShares = { own: number; composite: number } | null;

/** The consumer keeps its share of the error budget; the rest goes equally to whoever is asked while somebody waits. */
export function askAvailability(view: WorkspaceView, demand: Demand): { shares: AvailabilityShares; asked: Asked[] } {
  const product = view.products.get(demand.consumer);
  const facts = { within: demand, target: null, kind: 'availability' as const };
  const house = reachedBy(demand).flatMap((at) =>
    at === demand.consumer
      ? []
      : houseRulesOn(view, demand, at, 'availability').map(({ min }) =>
          asked({ ...facts, product: at, value: min, isHouseRule: true }),
        ),
  );
  const share = view.snapshot.workspace.sloOwnShare;
  const needs = (product ? statedAnywhere(product, 'availability') : []).map(({ rule, entities }) => {
    const read = within(demand, entities);
    const budget = 1 - rule.min;
    const ancestors = [...runtimeAncestors(view, [read], demand.consumer)];
    const own = 1 - budget * share;
    const each = 1 - (budget * (1 - share)) / ancestors.length;
    return { own, each, ancestors, read };
  });
  const assigned = new Map<string, number>();
  for (const { ancestors, each } of needs) {
    for (const at of ancestors) assigned.set(at, Math.max(each, assigned.get(at) ?? 0));
  }
  const own = Math.max(...needs.map((need) => need.own));
  const composite = [...assigned.values()].reduce((whole, each) => whole * each, own);
  return {
    shares: needs.length === 0 ? null : { own, composite },
    asked: [
      ...house,
      ...needs.flatMap(({ ancestors, each, read }) =>
        ancestors.map((at) => asked({ ...facts, product: at, value: each, within: read })),
      ),
    ],
  };
}

/** Completeness of rows, derivation by derivation. */
export function askCompleteness(view: WorkspaceView, demand: Demand): Asked[] {
  const product = view.products.get(demand.consumer);
  if (!product) return [];
  const house = reachedBy(demand).flatMap((at) =>
    at === demand.consumer
      ? []
      : houseRulesOn(view, demand, at, 'completeness')
          .filter(({ of, weight }) => of !== 'values' && weight === undefined)
          .map(({ min: value }) => {
            const facts = { within: demand, product: at, target: null, kind: 'completeness' as const };
            return asked({ ...facts, value, isHouseRule: true });
          }),
  );
  const stated = recordsOf(product.model, 'expectation').flatMap(({ onId, rule }) => {
    if (rule.rule !== 'completeness' || rule.of === 'values' || rule.weight !== undefined) return [];
    const budget = 1 - rule.min;
    const on = onId === null ? null : product.model.records[onId];
    if (on === null) {
      return entitiesUsed(demand).flatMap((entity) => split(demand, entity, budget, rule.when !== undefined, false));
    }
    const entity = on?.kind === 'entity' ? on.name : on?.kind === 'attribute' ? nameOf(product, on.entityId) : null;
    if (entity !== null) return split(demand, `${product.key}.${entity}`, budget, rule.when !== undefined, true);
    if (on?.kind !== 'metric') return [];
    return legsOf(product, on).flatMap(({ measure, above }) => {
      const isFiltered =
        rule.when !== undefined ||
        measure.filter !== null ||
        measure.segmentIds.length > 0 ||
        above.some(({ filter, segmentIds }) => filter !== null || segmentIds.length > 0);
      return split(demand, `${product.key}.${nameOf(product, measure.entityId)}`, budget, isFiltered, true);
    });
  });
  return [...stated, ...house];
}

function entitiesUsed(demand: Demand): string[] {
  return [...demand.entities.values()]
    .filter(({ view }) => view.product === demand.consumer)
    .map(({ view }) => view.key);
}

function split(demand: Demand, entity: string, budget: number, isApproximate: boolean, isByEntity: boolean): Asked[] {
  const needed = demand.entities.get(entity);
  if (!needed) return [];
  const live = needed.live.filter(({ isTable, join }) => !isTable && join !== 'left').map(({ ref }) => ref);
  // A wish for an entity is read row by row.
  const counted = needed.view.record.derivation === null ? [...live, ...needed.wished] : live;
  const approximate = isApproximate || needed.view.where !== null || needed.view.groupBy.length > 0;
  return counted.flatMap((ref) => {
    const each = budget / counted.length;
    const product = ref.slice(0, ref.indexOf('.'));
    const target = isByEntity ? ref.slice(ref.indexOf('.') + 1) : null;
    const row = { within: demand, kind: 'completeness' as const, product, target, value: 1 - each };
    const own = product === demand.consumer ? [] : [asked({ ...row, approximate })];
    return [...own, ...split(demand, ref, each, approximate, isByEntity)];
  });
}
