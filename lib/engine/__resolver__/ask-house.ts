import type { Policy } from '@/lib/catalog/snapshot';
import type { HouseRule } from '@/lib/model/rule';
import { deliveryAt } from './ask-delivery';
import { reachedBy } from './ask-minutes';
import type { Demand, NeededEntity } from './demand';
import { isMeant, isMeantOf, isNamed } from './house-policies';
import { type KindRow, type KindRows, kindRow } from './kind-row';
import type { WorkspaceView } from './view';

/**
 * House rules of the kinds that are told of entities and fields, at what is needed of others and nowhere else. Those of
 * whole products are added where their numbers are.
 */
export function askHouse(view: WorkspaceView, demand: Demand): KindRows {
  const rows = view.snapshot.policies.flatMap((policy) =>
    reachedBy(demand).flatMap((at): KindRow[] => {
      const product = view.products.get(at);
      if (!product || at === demand.consumer || !isMeant(policy, product)) return [];
      const needed = [...demand.entities.values()].filter((one) => one.view.product === at);
      return policy.requires.flatMap((rule) => [
        ...needed.flatMap((one) => askAt(view, demand, policy, one, rule)),
        ...(rule.rule === 'delivery' && isMeantOf(view, demand, policy, at) ? [deliveryAt(view, at, rule)] : []),
      ]);
    }),
  );
  return { rows, skipped: [] };
}

function askAt(view: WorkspaceView, demand: Demand, policy: Policy, needed: NeededEntity, rule: HouseRule): KindRow[] {
  const { product, name: entity } = needed.view;
  const fields = [...needed.attributes.keys()].filter((name) => isNamed(view, demand, policy, needed, name));
  const types = typesOf(view, needed);
  const check = (name: string, value: Record<string, unknown>, said: string = rule.rule) =>
    kindRow({
      product,
      target: `${entity}.${name}`,
      kind: 'validity',
      rule: said,
      value: { ...value, enforcement: 'check' },
      approximate: false,
    });
  switch (rule.rule) {
    case 'not-null':
      return rule.when === undefined ? fields.map((name) => check(name, {})) : [];
    case 'range':
      return fields
        .filter((name) => types.get(name) === 'integer' || types.get(name) === 'decimal')
        .map((name) =>
          check(name, {
            ...(rule.min === undefined ? {} : { min: rule.min }),
            ...(rule.max === undefined ? {} : { max: rule.max }),
          }),
        );
    case 'pattern':
      return fields
        .filter((name) => types.get(name) === 'string')
        .map((name) => check(name, { regex: rule.regex }, `pattern: ${rule.regex}`));
    case 'in-set':
      return fields
        .filter((name) => types.get(name) === 'string')
        .map((name) => check(name, { values: [...rule.values].sort() }));
    case 'completeness':
      if (rule.of !== 'values') return [];
      return fields.map((name) =>
        kindRow({
          product,
          target: `${entity}.${name}`,
          kind: 'completeness',
          rule: 'values',
          value: rule.min,
          approximate: false,
        }),
      );
    case 'volume':
      if (fields.length === 0 || rule.min === undefined) return [];
      return [kindRow({ product, target: entity, kind: 'volume', rule: null, value: { min: rule.min } })];
    default:
      return [];
  }
}

function typesOf(view: WorkspaceView, { view: entity }: NeededEntity): Map<string, string> {
  const records = Object.values(view.products.get(entity.product)?.model.records ?? {});
  return new Map(
    records.flatMap((record): [string, string][] =>
      record.kind === 'attribute' && record.entityId === entity.record.id ? [[record.name, record.type]] : [],
    ),
  );
}
