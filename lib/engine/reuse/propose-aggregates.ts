import { compareText } from '@/lib/base/compare-text';
import { ok, type Result } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { carriedColumns } from '../ledger/carried-columns';
import { readInventory } from '../ledger/inventory';
import { compileLineage } from '../lineage/compile-lineage';
import type { Lineage } from '../lineage/lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { planConsumer } from '../push/consumer-demand';
import { findReadings, type Reading } from './find-readings';
import { attributeOverRefs, joinedShapeOf, plainRef, type SharedJoin } from './joined-shape';

/** An aggregate that several consumers could read instead of each joining the same for itself. */
export type AggregateProposal = {
  /** A product key nobody has. */
  name: string;
  /** Products it would read, sorted. */
  from: string[];
  /** The entity its rows are, then what is joined to it: `product.entity`. */
  entities: string[];
  joins: SharedJoin[];
  /** `product.entity.attribute`, all that any of the consumers needs. */
  attributes: string[];
  consumers: string[];
  /** An entity that joins the same already and only lacks attributes; null where a new one is needed. */
  extend: string | null;
  /**
   * When all consumers are answered once: joins of it that need not be made again, and the bytes these would have read,
   * a column weighing what it weighs in its source.
   */
  saves: { runs: number; bytesScanned: number };
  why: string;
};

/**
 * Joins, filters and groupings that at least two of the consumers make alike, each consumer in one proposal per thing it
 * measures at most; what saves most bytes first. Two consumers share what both join, not what one joins more. What a
 * published aggregate already offers is not proposed. The same whatever the order of the consumers.
 */
export function proposeAggregates(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
): Result<AggregateProposal[], LineageLoop> {
  const lineage = compileLineage(snapshot);
  const inventory = readInventory(snapshot);
  const carriedBy = carriedColumns(snapshot, inventory);
  const weigh = (attributes: readonly string[]) => {
    const columns = new Set<number>();
    for (const attribute of attributes) {
      const [ref, name] = splitAttribute(attribute);
      for (const at of carriedBy(ref, name).columns) columns.add(at);
    }
    return [...columns].reduce((sum, at) => sum + (inventory.columns[at]?.bytes ?? 0), 0);
  };
  const byHead = new Map<string, Reading[]>();
  for (const key of [...new Set(consumers)].sort(compareText)) {
    const consumer = lineage.product(key);
    if (!consumer) continue;
    const planned = planConsumer(lineage, consumer);
    if (!planned.ok) return planned;
    for (const reading of findReadings(planned.value))
      byHead.set(reading.head, [...(byHead.get(reading.head) ?? []), reading]);
  }
  const found = [...byHead.values()].flatMap((readings) => shareOut(readings, weigh));
  const taken = new Set(snapshot.products.map(({ key }) => key));
  const proposals = found
    .sort((a, b) => b.bytes - a.bytes || compareText(a.name, b.name))
    .flatMap((shared) => {
      const offer = findOffer(lineage, shared);
      return offer?.lacks === 0 ? [] : [toProposal(shared, offer?.ref ?? null, taken)];
    });
  return ok(proposals);
}

type Shared = {
  name: string;
  head: string;
  base: string;
  joins: Map<string, SharedJoin>;
  attributes: string[];
  consumers: string[];
  bytes: number;
};

/** The best of what any two have in common, with everybody who has it too; then the same among those left. */
function shareOut(readings: readonly Reading[], weigh: (attributes: readonly string[]) => number): Shared[] {
  const shared: Shared[] = [];
  for (let left = [...readings]; left.length > 1; ) {
    const options = new Map<string, Shared>();
    left.forEach((one, index) => {
      for (const other of left.slice(index + 1)) {
        const keys = [...one.joins.keys()].filter((key) => other.joins.has(key)).sort(compareText);
        const name = keys.join('\n');
        if (options.has(name) || (keys.length === 0 && !one.isMade)) continue;
        options.set(name, commonOf(left, keys, weigh));
      }
    });
    const [best] = [...options].sort(([a, x], [b, y]) => y.bytes - x.bytes || compareText(a, b));
    if (!best) break;
    shared.push(best[1]);
    left = left.filter(({ consumer }) => !best[1].consumers.includes(consumer));
  }
  return shared;
}

function commonOf(
  readings: readonly Reading[],
  keys: readonly string[],
  weigh: (attributes: readonly string[]) => number,
): Shared {
  const sharing = readings.filter(({ joins }) => keys.every((key) => joins.has(key)));
  const [first] = sharing;
  const joins = new Map(keys.flatMap((key) => [...(first?.joins ?? [])].filter(([its]) => its === key)));
  const base = first?.base ?? '';
  const entities = [...joins.values()].map(({ entity }) => entity);
  const refs = new Set([base, ...entities]);
  const attributes = [...new Set(sharing.flatMap((reading) => [...reading.attributes]))]
    .filter((attribute) => refs.has(splitAttribute(attribute)[0]))
    .sort(compareText);
  return {
    name: `agg-${[base, ...entities].map(plainName).join('-')}`,
    head: first?.head ?? '',
    base,
    joins,
    attributes,
    consumers: sharing.map(({ consumer }) => consumer),
    bytes: weigh(attributes) * (sharing.length - 1),
  };
}

/** A published aggregate whose rows are made the same way, and how many of the attributes it lacks; the fullest first. */
function findOffer(lineage: Lineage, shared: Shared): { ref: string; lacks: number } | null {
  const offers = lineage.snapshot.products.flatMap(({ key, alignment, status }) => {
    if (alignment === 'consumer' || status === 'draft') return [];
    return [...(lineage.product(key)?.entities.values() ?? [])].flatMap((entity) => {
      const shape = joinedShapeOf(entity);
      if (shape?.head !== shared.head || ![...shared.joins.keys()].every((join) => shape.joins.has(join))) return [];
      const offered = new Map<string, Set<string>>();
      for (const name of entity.attributes.keys()) {
        const tree = attributeOverRefs(entity, name);
        if (tree?.kind !== 'column') continue;
        const attribute = `${plainRef(tree.qualifier ?? '')}.${tree.name}`;
        offered.set(attribute, (offered.get(attribute) ?? new Set()).add(tree.qualifier ?? ''));
      }
      const lacking = shared.attributes.filter(
        (attribute) => (offered.get(attribute)?.size ?? 0) < rolesOf(shared, splitAttribute(attribute)[0]),
      );
      return [{ ref: entity.ref, lacks: lacking.length }];
    });
  });
  return offers.sort((a, b) => a.lacks - b.lacks || compareText(a.ref, b.ref))[0] ?? null;
}

/** In how many roles an entity is shared; its fields are then wanted of each. */
function rolesOf({ joins }: Shared, ref: string): number {
  return Math.max(1, [...joins.values()].filter(({ entity }) => entity === ref).length);
}

function toProposal(shared: Shared, extend: string | null, taken: Set<string>): AggregateProposal {
  const { base, head, joins, attributes, consumers, bytes } = shared;
  let name = shared.name;
  for (let next = 2; taken.has(name); next++) name = `${shared.name}-${next}`;
  taken.add(name);
  const joined = [...joins.values()];
  const entities = [base, ...[...new Set(joined.map(({ entity }) => entity))].sort(compareText)];
  const made = head === base ? '' : `, ${head.slice(base.length + 1)}`;
  const with_ = joined.length === 0 ? '' : ` with ${joined.map(({ ref }) => ref).join(', ')}`;
  return {
    name,
    from: [...new Set(entities.map(ownerIn))].sort(compareText),
    entities,
    joins: joined,
    attributes,
    consumers,
    extend,
    saves: { runs: consumers.length - 1, bytesScanned: bytes },
    why: `${consumers.length} consumers read ${base}${with_}${made} alike.${extend === null ? '' : ` ${extend} does so already and only lacks attributes.`}`,
  };
}

/** The last dot parts the attribute: names of products and entities hold none or stand before it. */
function splitAttribute(attribute: string): [ref: string, name: string] {
  const dot = attribute.lastIndexOf('.');
  return [attribute.slice(0, dot), attribute.slice(dot + 1)];
}

/** What may stand in a key. */
function plainName(ref: string): string {
  return nameIn(ref)
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
