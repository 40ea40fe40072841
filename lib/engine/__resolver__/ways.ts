import type { Product } from '@/lib/catalog/snapshot';
import { type RelationshipRecord, recordsOf } from '@/lib/model/records';

/** One hop along a relationship towards its "one" end, with the pairs of attributes it compares. */
export type Hop = {
  relationship: string;
  from: string;
  to: string;
  role: string | null;
  fromKeys: string[];
  toKeys: string[];
};
export type Way = Hop[];

/** Every many-to-one way from an entity to another that passes no entity twice. Within one entity it is empty. */
function waysBetween(product: Product, from: string, to: string): Way[] {
  if (from === to) return [[]];
  return walk(product, from, to, [from]);
}

/** The one way, or null where there is none or more than one: that is an issue, and never a choice. */
export function onlyWay(product: Product, from: string, to: string): Way | null {
  const [only, second] = waysBetween(product, from, to);
  return only !== undefined && second === undefined ? only : null;
}

/** The one way whose last hop bears the role; a role may lead back to its own entity, as a manager is an employee. */
export function onlyWayByRole(product: Product, from: string, role: string): Way | null {
  const hops = hopsOf(product).filter((hop) => hop.role === role);
  const ways = hops.flatMap((hop) =>
    waysBetween(product, from, hop.from)
      .filter((way) => hop.from === hop.to || (!way.some(({ to }) => to === hop.to) && from !== hop.to))
      .map((way) => [...way, hop]),
  );
  const [only, second] = ways;
  return only !== undefined && second === undefined ? only : null;
}

function walk(product: Product, at: string, to: string, passed: string[]): Way[] {
  return hopsOf(product).flatMap((hop): Way[] => {
    if (hop.from !== at || passed.includes(hop.to)) return [];
    if (hop.to === to) return [[hop]];
    return walk(product, hop.to, to, [...passed, hop.to]).map((rest) => [hop, ...rest]);
  });
}

export function hopsOf(product: Product): Hop[] {
  return recordsOf(product.model, 'relationship').flatMap((relationship) => {
    const forward = hopOf(product, relationship);
    const { from, to, fromKeys, toKeys } = forward;
    const backward = { ...forward, from: to, to: from, fromKeys: toKeys, toKeys: fromKeys };
    switch (relationship.cardinality) {
      case 'many-to-one':
        return [forward];
      case 'one-to-many':
        return [backward];
      case 'one-to-one':
        return [forward, backward];
      default:
        return [];
    }
  });
}

export function hopOf(product: Product, { name, role, from, to }: RelationshipRecord): Hop {
  const named = (id: string) => nameOf(product, id);
  return {
    relationship: name,
    role,
    from: named(from.entityId),
    to: named(to.entityId),
    fromKeys: from.attributeIds.map(named),
    toKeys: to.attributeIds.map(named),
  };
}

export function nameOf(product: Product, id: string): string {
  const record = product.model.records[id];
  return record && 'name' in record ? record.name : '';
}
