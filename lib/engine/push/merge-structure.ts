import type { Demand, EntityDemand } from '../demand/demand';
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
      else entities.set(one.name, addTo(neededFirst(one), demand, one));
    }
  return [...entities.values()].flatMap(rowsOf);
}

type EntityNeed = {
  first: EntityDemand;
  by: { demand: Demand; needed: EntityDemand }[];
  isDirect: boolean;
  /** By their position in the entity. */
  attributes: (AttributeNeed | undefined)[];
  /** By name, what it does not have. */
  strays: Map<string, AttributeNeed>;
};
type AttributeNeed = { name: string; isDirect: boolean; consumers: string[] };

function neededFirst(first: EntityDemand): EntityNeed {
  return { first, by: [], isDirect: false, attributes: [], strays: new Map() };
}

function addTo(entity: EntityNeed, demand: Demand, needed: EntityDemand): EntityNeed {
  entity.by.push({ demand, needed });
  if (needed.direct !== 0n) entity.isDirect = true;
  const { attributes } = needed;
  for (const at of attributes.order) {
    const attribute = attributes.isStray(at) ? strayOf(entity, attributes.nameAt(at)) : attributeAt(entity, at);
    attribute.consumers.push(demand.consumer);
    if (attributes.needAt(at).direct !== 0n) attribute.isDirect = true;
  }
  return entity;
}

function attributeAt({ first, attributes }: EntityNeed, at: number): AttributeNeed {
  const known = attributes[at];
  if (known) return known;
  const made = { name: first.attributes.nameAt(at), isDirect: false, consumers: [] };
  attributes[at] = made;
  return made;
}

function strayOf({ strays }: EntityNeed, name: string): AttributeNeed {
  const known = strays.get(name) ?? { name, isDirect: false, consumers: [] };
  strays.set(name, known);
  return known;
}

function rowsOf({ first, by, isDirect, attributes, strays }: EntityNeed): NeededRow[] {
  const { product, name, entity } = first;
  const consumers = () => by.map(({ demand }) => demand.consumer);
  const because = () => by.flatMap(({ demand, needed }) => becauseOf(demand, needed.ref, null, needed.causes));
  const whole = { product, target: name, rule: null, value: null, because };
  const rows: NeededRow[] = [
    { ...whole, kind: 'entity', role: roleOf(isDirect), isGap: !entity?.derivation, consumers: consumers() },
  ];
  for (const need of [...attributes, ...strays.values()])
    if (need)
      rows.push({
        product,
        target: `${name}.${need.name}`,
        kind: 'attribute',
        rule: null,
        role: roleOf(need.isDirect),
        value: null,
        isGap: !entity?.attributes.get(need.name)?.tree,
        consumers: need.consumers,
        because: () =>
          by.flatMap(({ demand, needed }) => {
            const own = needed.attributes.get(need.name);
            return own ? becauseOf(demand, needed.ref, need.name, own.causes) : [];
          }),
      });
  if (entity && entity.grain.length > 0)
    rows.push({ ...whole, kind: 'grain', role: null, value: { keys: entity.grain }, consumers: consumers() });
  return rows;
}

function roleOf(isDirect: boolean): 'direct' | 'indirect' {
  return isDirect ? 'direct' : 'indirect';
}
