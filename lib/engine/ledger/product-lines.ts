import { compareText } from '@/lib/base/compare-text';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { Carried } from './carried-columns';
import type { DistinctNumbers } from './distinct-numbers';
import { storesACopy } from './find-needs';
import type { Inventory } from './inventory';
import type { LedgerGroup, LedgerProduct } from './ledger';
import type { WhoNeeds } from './who-needs';

type Facts = {
  inventory: Inventory;
  who: WhoNeeds;
  carriedBy: (ref: string, attribute: string) => Carried;
  distinct: () => DistinctNumbers;
};

/** So many products are one step. */
const PRODUCTS_AT_ONCE = 50;

/** One line per product that is published or needed, by key; made in steps. */
export function* productLines(
  { products }: WorkspaceSnapshot,
  facts: Facts,
): Generator<undefined, LedgerProduct[], undefined> {
  const lines: LedgerProduct[] = [];
  for (const product of products) {
    if (product.status === 'draft' && !facts.who.products.has(product.key)) continue;
    lines.push(productLine(facts, product));
    if (lines.length % PRODUCTS_AT_ONCE === 0) yield;
  }
  return lines.sort((a, b) => compareText(a.key, b.key));
}

function productLine({ inventory, who, carriedBy, distinct }: Facts, product: Product): LedgerProduct {
  const needs = who.products.get(product.key) ?? [];
  const all = distinct();
  let attributes = 0;
  for (const { id, name } of indexModel(product.model).byKind.entity)
    for (const attribute of attributesIn(product.model, id)) {
      attributes++;
      all.add(carriedBy(`${product.key}.${name}`, attribute.name).columns);
    }
  const used = distinct();
  const asked = new Set<string>();
  for (const columns of new Set(needs.map(({ carried }) => carried.get(product.key) ?? []))) used.add(columns);
  for (const names of new Set(needs.map((need) => need.products.get(product.key) ?? [])))
    for (const name of names) asked.add(name);
  const weigh = (columns: readonly number[]) => {
    let bytes = 0;
    for (const at of columns) bytes += inventory.columns[at]?.bytes ?? 0;
    return bytes;
  };
  const bytes = { needed: weigh(used.numbers), of: weigh(all.numbers) };
  return {
    key: product.key,
    name: product.name,
    alignment: product.alignment,
    domain: product.domain,
    owner: product.owner,
    status: product.status,
    stores: storesACopy(product),
    consumers: needs.map(({ consumer }) => consumer).sort(compareText),
    attributes: { needed: asked.size, of: Math.max(attributes, asked.size) },
    bytes,
    storedBytes: storesACopy(product) ? bytes : { needed: 0, of: 0 },
  };
}

/** Products added up by what they have in common: the given keys first, in their order; groups nobody is in are left out. */
export function groupLines(
  products: readonly LedgerProduct[],
  keys: readonly (string | null)[],
  keyOf: (product: LedgerProduct) => string | null,
): LedgerGroup[] {
  return keys.flatMap((key) => {
    const members = products.filter((product) => keyOf(product) === key);
    if (members.length === 0) return [];
    const sum = (count: (product: LedgerProduct) => number) =>
      members.reduce((total, product) => total + count(product), 0);
    return [
      {
        key,
        products: members.length,
        neededProducts: sum(({ consumers }) => (consumers.length > 0 ? 1 : 0)),
        bytes: { needed: sum(({ bytes }) => bytes.needed), of: sum(({ bytes }) => bytes.of) },
        storedBytes: {
          needed: sum(({ storedBytes }) => storedBytes.needed),
          of: sum(({ storedBytes }) => storedBytes.of),
        },
      },
    ];
  });
}
