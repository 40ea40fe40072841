import type { AttributeDemand, Demand, EntityDemand } from '../demand/demand';
import type { Cause, RequirementValue } from '../plan';
import { becauseOf } from './ask-structure';
import type { AskedOf } from './asked-by-product';
import type { AskedRow } from './asked-row';

/** An entity, an attribute or a grain as all consumers together need it, and how to find why. */
export type NeededRow = Omit<AskedRow, 'because' | 'value' | 'consumer'> & {
  value: RequirementValue;
  /** In the order in which they were given. */
  consumers: string[];
  because: () => Cause[];
};

/**
 * The entities, attributes and grains that are needed of one product, with everybody who needs them. There are hundreds
 * of thousands of such needs and they differ in nothing but who has them, so they are merged as they are swept, without
 * a row for each.
 */
export function mergeStructure(asked: readonly AskedOf[]): NeededRow[] {
  const entities = new Map<string, EntityNeed>();
  for (const { demand, needed } of asked)
    for (const one of demand ? needed : []) {
      const entity = entities.get(one.name);
      if (!demand) continue;
      if (entity) addTo(entity, demand, one);
      else entities.set(one.name, addTo({ first: one, by: [], isDirect: false, attributes: new Map() }, demand, one));
    }
  return [...entities.values()].flatMap(rowsOf);
}

type EntityNeed = {
  first: EntityDemand;
  by: { demand: Demand; needed: EntityDemand }[];
  isDirect: boolean;
  attributes: Map<string, { isDirect: boolean; consumers: string[] }>;
};

function addTo(entity: EntityNeed, demand: Demand, needed: EntityDemand): EntityNeed {
  entity.by.push({ demand, needed });
  if (needed.direct !== 0n) entity.isDirect = true;
  for (const { name, direct } of needed.attributes.values()) {
    const attribute = entity.attributes.get(name);
    if (!attribute) entity.attributes.set(name, { isDirect: direct !== 0n, consumers: [demand.consumer] });
    else {
      attribute.consumers.push(demand.consumer);
      if (direct !== 0n) attribute.isDirect = true;
    }
  }
  return entity;
}

function rowsOf({ first, by, isDirect, attributes }: EntityNeed): NeededRow[] {
  const { product, name, entity } = first;
  const consumers = () => by.map(({ demand }) => demand.consumer);
  const because = () => by.flatMap(({ demand, needed }) => becauseOf(demand, needed.ref, null, needed.causes));
  const whole = { product, target: name, rule: null, value: null, because };
  const rows: NeededRow[] = [
    { ...whole, kind: 'entity', role: roleOf(isDirect), isGap: !entity?.derivation, consumers: consumers() },
  ];
  for (const [attribute, need] of attributes)
    rows.push({
      product,
      target: `${name}.${attribute}`,
      kind: 'attribute',
      rule: null,
      role: roleOf(need.isDirect),
      value: null,
      isGap: !entity?.attributes.get(attribute)?.tree,
      consumers: need.consumers,
      because: () =>
        by.flatMap(({ demand, needed }) => {
          const own: AttributeDemand | undefined = needed.attributes.get(attribute);
          return own ? becauseOf(demand, needed.ref, attribute, own.causes) : [];
        }),
    });
  if (entity && entity.grain.length > 0)
    rows.push({ ...whole, kind: 'grain', role: null, value: { keys: entity.grain }, consumers: consumers() });
  return rows;
}

function roleOf(isDirect: boolean): 'direct' | 'indirect' {
  return isDirect ? 'direct' : 'indirect';
}
