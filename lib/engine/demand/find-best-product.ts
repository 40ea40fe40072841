import { compareText } from '@/lib/base/compare-text';
import { downstreamOf } from '@/lib/catalog/downstream';
import { ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

/**
 * Who is best placed to provide an entity that nothing feeds yet: the product that has one of that name, then the one
 * that shares most attribute names, then the one this model already leans on most. What is made from the asker is not
 * asked, because that would run in a circle. Null when the workspace has nobody else to ask.
 */
export function bestProductFor(lineage: Lineage, asker: string, wish: CompiledEntity): string | null {
  const model = lineage.product(asker)?.model;
  const leansOn = model ? leaningsOf(model) : new Map<string, number>();
  const words = new Set(
    [wish.name, wish.record.label, ...wish.record.synonyms].flatMap((word) => (word ? [plain(word)] : [])),
  );
  const names = new Set([...wish.attributes.keys()].map(plain));
  const shut = downstreamOf(lineage.snapshot, asker);
  const ranked = lineage.snapshot.products
    .filter((product) => !shut.has(product.key) && product.alignment !== 'consumer' && product.status !== 'draft')
    .map((product) => {
      const { entities, attributes } = wordsOf(product.model);
      const named = [...words].some((word) => entities.has(word)) ? 1 : 0;
      const shared = [...names].reduce((sum, name) => sum + (attributes.get(name) ?? 0), 0);
      return { key: product.key, score: [named, shared, leansOn.get(product.key) ?? 0] };
    })
    .sort((a, b) => compareScores(b.score, a.score) || compareText(a.key, b.key));
  return ranked[0]?.key ?? null;
}

/** A model may wish for thousands of entities, and each asks the same of the same models, which never change. */
const leanings = new WeakMap<ModelDocument, ReadonlyMap<string, number>>();
const wordsByModel = new WeakMap<ModelDocument, Words>();
type Words = { entities: ReadonlySet<string>; attributes: ReadonlyMap<string, number> };

/** How many entities of a model are made from one of each product. */
function leaningsOf(model: ModelDocument): ReadonlyMap<string, number> {
  const known = leanings.get(model);
  if (known) return known;
  const leansOn = new Map<string, number>();
  for (const { derivation } of indexModel(model).byKind.entity) {
    const from = derivation?.from;
    if (!from || !('entity' in from)) continue;
    const product = ownerIn(from.entity);
    leansOn.set(product, (leansOn.get(product) ?? 0) + 1);
  }
  leanings.set(model, leansOn);
  return leansOn;
}

/** What a model calls its entities, and how many attributes it calls alike. */
function wordsOf(model: ModelDocument): Words {
  const known = wordsByModel.get(model);
  if (known) return known;
  const { entity, attribute } = indexModel(model).byKind;
  const calls = entity.flatMap(({ name, label, synonyms }) => [name, label, ...synonyms]);
  const entities = new Set(calls.flatMap((word) => (word ? [plain(word)] : [])));
  const attributes = new Map<string, number>();
  for (const { name } of attribute) attributes.set(plain(name), (attributes.get(plain(name)) ?? 0) + 1);
  const made = { entities, attributes };
  wordsByModel.set(model, made);
  return made;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/s$/, '');
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}
