import type { Product } from '@/lib/catalog/snapshot';
import { type ExpectationRecord, type MeasureRecord, type MetricRecord, recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Column, Expression } from '@/lib/sql/tree';
import { allOf, conditionsOf, failsOnNull, type RowFilter } from './conditions';
import { parsed } from './view';
import { type Hop, hopOf, nameOf, onlyWay, onlyWayByRole, type Way } from './ways';

export type Role = 'direct' | 'indirect';
/** One use of one entity of a consumer's model: what of it, and which of its rows. */
export type Use = {
  entity: string;
  role: Role;
  attributes: { name: string; role: Role }[];
  rows: RowFilter;
  /** The metric whose use this is; null for an expectation's. */
  metric: string | null;
};

/** What a consumer's model uses; nothing merely drawn is in it. */
export function findUses(product: Product): Use[] {
  const metrics = recordsOf(product.model, 'metric');
  return [
    ...metrics.flatMap((metric) => legsOf(product, metric).flatMap((leg) => usesOfLeg(product, leg, metric.name))),
    ...recordsOf(product.model, 'expectation').flatMap((expectation) => usesOfExpectation(product, expectation)),
  ];
}

/** One base measure under one metric, with all that the metrics above it add: time, slices, segments, filters. */
export type Leg = { measure: MeasureRecord; above: MetricRecord[] };

export function legsOf(product: Product, metric: MetricRecord, above: MetricRecord[] = []): Leg[] {
  const chain = [...above, metric];
  if (chain.length > 50) return [];
  const { formula } = metric;
  switch (formula.kind) {
    case 'simple':
    case 'cumulative': {
      const measure = recordsOf(product.model, 'measure').find(({ id }) => id === formula.measureId);
      return measure ? [{ measure, above: chain }] : [];
    }
    case 'ratio':
      return [formula.numeratorId, formula.denominatorId].flatMap((id) => legsOfPart(product, id, chain));
    case 'change':
      return legsOfPart(product, formula.metricId, chain);
    case 'derived': {
      const tree = parsed(formula.formula);
      const names = tree ? columnsOf(tree).map(({ name }) => name) : [];
      const parts = recordsOf(product.model, 'metric').filter(({ name }) => names.includes(name));
      return parts.flatMap((part) => legsOf(product, part, chain));
    }
  }
}

function legsOfPart(product: Product, id: string | null, chain: MetricRecord[]): Leg[] {
  const part = recordsOf(product.model, 'metric').find((metric) => metric.id === id);
  return part ? legsOf(product, part, chain) : [];
}

/** Where a leg touches an attribute: the way to it, and as what. */
type Touch = { way: Way; name: string; role: Role };
type Condition = { tree: Expression; touches: Touch[] };

function usesOfLeg(product: Product, leg: Leg, metric: string): Use[] {
  const home = nameOf(product, leg.measure.entityId);
  const conditions = conditionsOfLeg(product, home, leg);
  return usesOfTouches(home, touchesOfLeg(product, home, leg), conditions).map((use) => ({ ...use, metric }));
}

function touchesOfLeg(product: Product, home: string, { measure, above }: Leg): Touch[] {
  const touches: Touch[] = [];
  for (const { timeAttributeId, timeRole, sliceIds, roleSlices = [] } of above) {
    if (timeAttributeId !== null) touches.push(touchAttribute(product, home, timeAttributeId, timeRole));
    for (const id of sliceIds) touches.push(touchAttribute(product, home, id));
    for (const { role, attributeId } of roleSlices) touches.push(touchAttribute(product, home, attributeId, role));
  }
  for (const column of columnsIn(parsed(measure.expression))) {
    touches.push({ ...resolveColumn(product, home, column), role: 'direct' });
  }
  const conditions = conditionsOfLeg(product, home, { measure, above });
  return [...touches, ...conditions.flatMap((condition) => condition.touches)];
}

/** Every relationship some metric goes along, as it goes: towards the "one" end. */
export function hopsUsed(product: Product): Hop[] {
  const hops = recordsOf(product.model, 'metric').flatMap((metric) =>
    legsOf(product, metric).flatMap((leg) =>
      touchesOfLeg(product, nameOf(product, leg.measure.entityId), leg).flatMap(({ way }) => way),
    ),
  );
  return [...new Map(hops.map((hop) => [`${hop.relationship} ${hop.from} ${hop.to}`, hop])).values()];
}

/** Its own entity and all it is timed, cut and filtered by. */
export function entitiesOfLeg(product: Product, leg: Leg): string[] {
  return [...new Set(usesOfLeg(product, leg, '').map(({ entity }) => entity))];
}

function conditionsOfLeg(product: Product, home: string, { measure, above }: Leg): Condition[] {
  const filters = [measure.filter, ...above.map(({ filter }) => filter)];
  const segments = [...measure.segmentIds, ...above.flatMap(({ segmentIds }) => segmentIds)];
  return [
    ...filters.flatMap((filter) => conditionsAt(product, home, [], filter)),
    ...segments.flatMap((id) => {
      const segment = recordsOf(product.model, 'segment').find((one) => one.id === id);
      if (!segment) return [];
      const at = nameOf(product, segment.entityId);
      return conditionsAt(product, at, onlyWay(product, home, at) ?? [], segment.filter);
    }),
  ];
}

function conditionsAt(product: Product, at: string, way: Way, filter: string | null): Condition[] {
  return conditionsOf(parsed(filter)).map((tree) => ({
    tree,
    touches: columnsIn(tree).map((column) => {
      const found = resolveColumn(product, at, column);
      return { way: [...way, ...found.way], name: found.name, role: 'indirect' as const };
    }),
  }));
}

/** Every entity on the ways of a leg, each way on its own: the recipient's country is not the sender's. */
function usesOfTouches(home: string, touches: Touch[], conditions: Condition[]): Omit<Use, 'metric'>[] {
  const uses = new Map<string, Omit<Use, 'metric'>>();
  uses.set('', { entity: home, role: 'direct', attributes: [], rows: null });
  const entryAt = (way: Way, entity: string) => {
    const text = textOf(way);
    const use = uses.get(text) ?? { entity, role: 'indirect' as const, attributes: [], rows: null };
    uses.set(text, use);
    return use;
  };
  for (const { way, name, role } of touches) {
    way.forEach((hop, index) => {
      const before = entryAt(way.slice(0, index), hop.from);
      const after = entryAt(way.slice(0, index + 1), hop.to);
      before.attributes.push(...hop.fromKeys.map((key) => ({ name: key, role: 'indirect' as const })));
      after.attributes.push(...hop.toKeys.map((key) => ({ name: key, role: 'indirect' as const })));
    });
    entryAt(way, way.at(-1)?.to ?? home).attributes.push({ name, role });
  }
  for (const [text, use] of uses) use.rows = rowsAt(text, conditions);
  return [...uses.values()];
}

/**
 * The leg is its own entity left-joined along the ways. A condition on what lies at the end of a way keeps rows there
 * only where a missing partner would fail it: then the outer join is an inner one.
 */
function rowsAt(text: string, conditions: Condition[]): RowFilter {
  const here = conditions.filter(
    ({ touches }) => touches.length > 0 && touches.every(({ way }) => textOf(way) === text),
  );
  const kept = text === '' ? here : here.filter(({ tree }) => failsOnNull(tree, () => true));
  return allOf(kept.map(({ tree }) => mapColumns(tree, (column) => ({ ...column, qualifier: null }))));
}

function textOf(way: Way): string {
  return way.map(({ relationship }) => relationship).join('/');
}

function columnsIn(tree: Expression | null): readonly Pick<Column, 'qualifier' | 'name'>[] {
  return tree === null ? [] : columnsOf(tree);
}

function touchAttribute(product: Product, home: string, id: string, role?: string | null): Touch {
  const record = product.model.records[id];
  const entity = record?.kind === 'attribute' ? nameOf(product, record.entityId) : home;
  const way = !role ? onlyWay(product, home, entity) : onlyWayByRole(product, home, role);
  return { way: way ?? [], name: nameOf(product, id), role: 'direct' };
}

/** A bare name is the entity's own; a role goes before an entity of that name, being the more exact word. */
function resolveColumn(product: Product, at: string, { qualifier, name }: Pick<Column, 'qualifier' | 'name'>) {
  if (qualifier === null || qualifier === at) return { way: [], name };
  return { way: onlyWayByRole(product, at, qualifier) ?? onlyWay(product, at, qualifier) ?? [], name };
}

function usesOfExpectation(product: Product, { onId, rule }: ExpectationRecord): Use[] {
  const on = onId === null ? undefined : product.model.records[onId];
  if (on === undefined) return [];
  if (on.kind === 'relationship') {
    const hop = hopOf(product, on);
    return [useOf(hop.from, hop.fromKeys, 'indirect'), useOf(hop.to, hop.toKeys, 'indirect')];
  }
  if (on.kind !== 'entity' && on.kind !== 'attribute') return [];
  const entity = on.kind === 'entity' ? on.name : nameOf(product, on.entityId);
  const named = on.kind === 'attribute' ? [on.name] : [];
  if (rule.rule === 'unique') named.push(...(rule.attributes ?? []).map((id) => nameOf(product, id)));
  const when = 'when' in rule && rule.when !== undefined ? conditionsAt(product, entity, [], rule.when) : [];
  const held = rule.rule === 'holds' ? columnsIn(parsed(rule.condition)) : [];
  const touches: Touch[] = [
    ...named.map((name) => ({ way: [], name, role: 'direct' as const })),
    ...held.map((column) => ({ ...resolveColumn(product, entity, column), role: 'direct' as const })),
    ...when.flatMap((condition) => condition.touches),
  ];
  const weights = recordsOf(product.model, 'measure').filter(
    ({ id }) => rule.rule === 'completeness' && rule.weight === id,
  );
  const uses = [
    ...usesOfTouches(entity, touches, when),
    ...weights.flatMap((measure) => usesOfLeg(product, { measure, above: [] }, '')),
  ];
  return uses.map((use) => ({ ...use, metric: null }));
}

function useOf(entity: string, names: string[], role: Role): Use {
  return { entity, role, attributes: names.map((name) => ({ name, role })), rows: null, metric: null };
}
