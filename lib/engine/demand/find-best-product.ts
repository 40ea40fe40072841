import { compareText } from '@/lib/base/compare-text';
import { downstreamOf } from '@/lib/catalog/downstream';
import { type IndexOf, indexProducts } from '@/lib/catalog/index-products';
import type { Product } from '@/lib/catalog/snapshot';
import { ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import type { EntityRecord, ModelDocument } from '@/lib/model/records';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

/**
 * Who is best placed to provide an entity that nothing feeds yet: the product that has one of that name, then the one
 * that shares most attribute names, then the one this model already leans on most. What is made from the asker is not
 * asked, because that would run in a circle. Null when the workspace has nobody else to ask.
 */
export function bestProductFor(lineage: Lineage, asker: string, wish: CompiledEntity): string | null {
  return likest(lineage, asker, wish) ?? askedBy(lineage, asker).likeliest;
}

/** Why `product` is the one that is asked: it has something called alike, is read most by the asker, or just comes first. */
export function whyAsked(
  lineage: Lineage,
  { asker, wish, product }: { asker: string; wish: CompiledEntity; product: string },
): 'alike' | 'read-most' | 'first' {
  const { likeliest, leansOn } = askedBy(lineage, asker);
  if (product !== likeliest || likest(lineage, asker, wish) !== null) return 'alike';
  return leansOn.has(product) ? 'read-most' : 'first';
}

/** Who has something called like it, or like its fields. */
function likest(lineage: Lineage, asker: string, wish: CompiledEntity): string | null {
  const { shut, sharing, leansOn } = askedBy(lineage, asker);
  const found = new Map<string, Score>();
  const add = (word: string, named: 0 | 1) => {
    for (const { product, count } of sharing.get(word) ?? []) {
      if (shut.has(product)) continue;
      const score = found.get(product) ?? { product, named: 0, shared: 0, leant: leansOn.get(product) ?? 0 };
      found.set(product, score);
      if (named === 1) score.named = 1;
      else score.shared += count;
    }
  };
  for (const word of new Set(wordsFor(wish.record))) add(entityWord(word), 1);
  for (const name of new Set([...wish.attributes.keys()].map(plain))) add(name, 0);
  return best([...found.values()]);
}

type Score = { product: string; named: 0 | 1; shared: number; leant: number };

function best(scores: readonly Score[]): string | null {
  const [first, ...others] = scores;
  if (!first) return null;
  const order = (a: Score, b: Score) =>
    b.named - a.named || b.shared - a.shared || b.leant - a.leant || compareText(a.product, b.product);
  return others.reduce((won, other) => (order(other, won) < 0 ? other : won), first).product;
}

type Asking = {
  model: ModelDocument | null;
  shut: ReadonlySet<string>;
  sharing: IndexOf<Shared>;
  leansOn: ReadonlyMap<string, number>;
  /** Who is asked for what nobody has a word of. */
  likeliest: string | null;
};

/** A model may wish for thousands of entities, and each asks the same of the same products. */
function askedBy({ snapshot, product: productOf }: Lineage, asker: string): Asking {
  const { products } = snapshot;
  const askers = asking.get(products) ?? new Map<string, Asking>();
  asking.set(products, askers);
  const model = productOf(asker)?.model ?? null;
  const known = askers.get(asker);
  if (known?.model === model) return known;
  const shut = downstreamOf(snapshot, asker);
  const leansOn = model ? leaningsOf(model) : new Map<string, number>();
  const open = products.filter((product) => !shut.has(product.key) && isAskable(product));
  const scores = open.map(({ key }): Score => ({ product: key, named: 0, shared: 0, leant: leansOn.get(key) ?? 0 }));
  const made = { model, shut, leansOn, sharing: productsByWord(snapshot), likeliest: best(scores) };
  askers.set(asker, made);
  return made;
}

const asking = new WeakMap<readonly Product[], Map<string, Asking>>();

function isAskable({ alignment, status }: Product): boolean {
  return alignment !== 'consumer' && status !== 'draft';
}

/** How many attributes of a product are called alike; of entities only that there is one counts. */
type Shared = { product: string; count: number };

const productsByWord = indexProducts((product) => {
  if (!isAskable(product)) return [];
  const { key, model } = product;
  const { entity, attribute } = indexModel(model).byKind;
  const counts = new Map<string, number>();
  for (const word of new Set(entity.flatMap(wordsFor))) counts.set(entityWord(word), 1);
  for (const { name } of attribute) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  return [...counts].map(([word, count]): [string, Shared] => [word, { product: key, count }]);
});

/** Told apart from what attributes are called: a plain word has no space. */
function entityWord(word: string): string {
  return `entity ${word}`;
}

function wordsFor({ name, label, synonyms }: EntityRecord): string[] {
  return [name, label, ...synonyms].flatMap((word) => (word ? [plain(word)] : []));
}

/** How many entities of a model are made from one of each product. */
function leaningsOf(model: ModelDocument): ReadonlyMap<string, number> {
  const leansOn = new Map<string, number>();
  for (const { derivation } of indexModel(model).byKind.entity) {
    const from = derivation?.from;
    if (!from || !('entity' in from)) continue;
    const product = ownerIn(from.entity);
    leansOn.set(product, (leansOn.get(product) ?? 0) + 1);
  }
  return leansOn;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/s$/, '');
}
