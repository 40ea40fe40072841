import { compareText } from '@/lib/base/compare-text';
import { downstreamOf } from '@/lib/catalog/downstream';
import { ownerIn } from '@/lib/model/input-ref';
import { recordsOf } from '@/lib/model/records';
import type { CompiledEntity, Lineage } from '../lineage/lineage';

/**
 * Who is best placed to provide an entity that nothing feeds yet: the product that has one of that name, then the one
 * that shares most attribute names, then the one this model already leans on most. What is made from the asker is not
 * asked, because that would run in a circle. Null when the workspace has nobody else to ask.
 */
export function bestProductFor(lineage: Lineage, asker: string, wish: CompiledEntity): string | null {
  const model = lineage.product(asker)?.model;
  const leansOn = new Map<string, number>();
  for (const entity of model ? recordsOf(model, 'entity') : []) {
    const from = entity.derivation?.from;
    if (!from || !('entity' in from)) continue;
    const product = ownerIn(from.entity);
    leansOn.set(product, (leansOn.get(product) ?? 0) + 1);
  }
  const words = new Set(
    [wish.name, wish.record.label, ...wish.record.synonyms].flatMap((word) => (word ? [plain(word)] : [])),
  );
  const names = new Set([...wish.attributes.keys()].map(plain));
  const shut = downstreamOf(lineage.snapshot, asker);
  const ranked = lineage.snapshot.products
    .filter((product) => !shut.has(product.key) && product.alignment !== 'consumer' && product.status !== 'draft')
    .map((product) => {
      let named = 0;
      let shared = 0;
      for (const entity of recordsOf(product.model, 'entity'))
        if ([entity.name, entity.label, ...entity.synonyms].some((word) => word && words.has(plain(word)))) named = 1;
      for (const attribute of recordsOf(product.model, 'attribute')) if (names.has(plain(attribute.name))) shared += 1;
      return { key: product.key, score: [named, shared, leansOn.get(product.key) ?? 0] };
    })
    .sort((a, b) => compareScores(b.score, a.score) || compareText(a.key, b.key));
  return ranked[0]?.key ?? null;
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
