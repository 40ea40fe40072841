import { ok, type Result } from '@/lib/base/result';
import type { Product } from '@/lib/catalog/snapshot';
import { ColumnsRead } from '../demand/columns-read';
import type { EntityDemand } from '../demand/demand';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { planConsumer } from '../push/consumer-demand';
import type { Carried } from './carried-columns';
import type { DistinctNumbers } from './distinct-numbers';
import type { Inventory } from './inventory';

/** What one consumer needs, as sets that can be added up and compared with those of the others. */
export type Needs = {
  consumer: string;
  /** Tables and columns by their place in the inventory. */
  tables: ReadonlySet<number>;
  columns: ReadonlySet<number>;
  /** Per product that stores, the columns whose values it keeps for this consumer. */
  copies: ReadonlyMap<string, readonly number[]>;
  /** Per product, the columns whose values it carries for this consumer, stored or not; its own product included. */
  carried: ReadonlyMap<string, readonly number[]>;
  /** Per needed product its needed attributes, as `entity.attribute`; products that are only asked for a wish have none. */
  products: ReadonlyMap<string, readonly string[]>;
  /** Per column whose value reaches the consumer, the most steps on its way. */
  hops: ReadonlyMap<number, number>;
};

export type NeedFacts = {
  lineage: Lineage;
  inventory: Inventory;
  carriedBy: (ref: string, attribute: string) => Carried;
  /** Starts a list of columns, each once. */
  distinct: () => DistinctNumbers;
  /** What was found of one product before, by what is needed of it: further upstream most consumers need the same. */
  held: Map<string, Held>;
};

/** What one consumer needs of one product, and the columns whose values that carries. */
type Held = { names: readonly string[]; columns: readonly number[] };

const NONE: readonly string[] = [];

/** Rests on the very demand a plan rests on, so that the ledger and the scopes of a plan cannot differ. */
export function findNeeds(facts: NeedFacts, consumer: CompiledProduct): Result<Needs, LineageLoop> {
  const { lineage, inventory } = facts;
  const planned = planConsumer(lineage, consumer);
  if (!planned.ok) return planned;
  const { demand } = planned.value;
  const tables = new Set<number>();
  const columns = new Set<number>();
  for (const [ref, { readers }] of demand.tables) {
    const table = inventory.tableAt.get(ref);
    if (!table) continue;
    tables.add(table.at);
    const read = new ColumnsRead(ref);
    for (const reader of readers) read.add(reader);
    for (const name of read.names) {
      const at = table.columnAt.get(name);
      if (at !== undefined) columns.add(at);
    }
  }
  const products = new Map<string, readonly string[]>([[consumer.key, NONE]]);
  for (const gap of demand.gaps) products.set(gap.product, NONE);
  const entities = new Map<string, EntityDemand[]>();
  for (const entity of demand.entities.values()) {
    const own = entities.get(entity.product);
    if (own) own.push(entity);
    else entities.set(entity.product, [entity]);
  }
  const carried = new Map<string, readonly number[]>();
  for (const [product, own] of entities) {
    const { names, columns: behind } = heldOf(facts, own);
    products.set(product, names);
    carried.set(product, behind);
  }
  const hops = hopsOf(facts, entities.get(consumer.key) ?? []);
  const copies = new Map(
    [...carried].filter(([key]) => {
      const at = lineage.product(key);
      return at !== null && storesACopy(at.product);
    }),
  );
  return ok({ consumer: consumer.key, tables, columns, copies, carried, products, hops });
}

function heldOf({ carriedBy, distinct, held }: NeedFacts, entities: readonly EntityDemand[]): Held {
  const key = entities.map(({ ref, attributes }) => `${ref}\n${attributes.spell()}`).join('\n\n');
  const known = held.get(key);
  if (known) return known;
  const names: string[] = [];
  const columns = distinct();
  for (const { ref, name, attributes } of entities)
    for (const attribute of attributes.keys()) {
      names.push(`${name}.${attribute}`);
      columns.add(carriedBy(ref, attribute).columns);
    }
  const made = { names, columns: columns.numbers };
  held.set(key, made);
  return made;
}

function hopsOf({ carriedBy }: NeedFacts, entities: readonly EntityDemand[]): Map<number, number> {
  const hops = new Map<number, number>();
  for (const { ref, attributes } of entities)
    for (const attribute of attributes.keys()) {
      const { columns, steps } = carriedBy(ref, attribute);
      for (const [at, column] of columns.entries()) hops.set(column, Math.max(hops.get(column) ?? 0, steps[at] ?? 0));
    }
  return hops;
}

/** Scheduled and streaming products write what they make; virtual ones make it again for every question. */
export function storesACopy({ build }: Product): boolean {
  return build.mode !== 'virtual';
}
