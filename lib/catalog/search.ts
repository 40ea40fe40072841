import { compareText } from '@/lib/base/compare-text';
import { FirstSorted } from '@/lib/base/first-sorted';
import type { RecordId } from '@/lib/model/records';
import { type SearchEntry, type SearchText, searchEntriesOf, searchWordsOf } from './search-entries';
import type { Alignment, Product, WorkspaceSnapshot } from './snapshot';
import { phraseForm, wordForms } from './word-forms';

/** Something in the catalog that answers to the words, and the text that made it answer. */
export type SearchHit = {
  /** `product.entity`, `product.entity.attribute` or `product.metric`. */
  ref: string;
  kind: SearchEntry['kind'];
  id: RecordId;
  product: string;
  /** The entity's name; null for a metric. */
  entity: string | null;
  name: string;
  label: string;
  why: SearchReason;
};
export type SearchReason = {
  /** `number`: somebody's metric is worked out from it. */
  in: SearchText['in'] | 'number';
  text: string;
  how: 'same' | 'begins' | 'holds';
};

/** What each kind of text is worth where it is the words, begins with them, or has them somewhere. */
const WORTH = {
  label: { same: 100, begins: 70, holds: 55 },
  name: { same: 96, begins: 66, holds: 52 },
  synonym: { same: 90, begins: 50, holds: 44 },
  description: { same: 40, begins: 24, holds: 20 },
} as const satisfies Record<SearchText['in'], Record<SearchReason['how'], number>>;
const KIND_ORDER: Record<SearchEntry['kind'], number> = { entity: 0, metric: 1, attribute: 2 };
/** The nearer to the business the better; consumers last, because they take and do not offer. */
const ALIGNMENT_ORDER: Record<Alignment, number> = { aggregate: 0, source: 1, consumer: 2 };

/**
 * The catalog by business words. Every word asked must be found, as a word or its beginning, in what a thing is called
 * or said to be; for an attribute its entity's names count too ("customer state"), but not alone. Best first, and the
 * same question always gives the same order.
 */
export function searchCatalog(snapshot: WorkspaceSnapshot, query: string, max = Number.POSITIVE_INFINITY): SearchHit[] {
  const asked = { words: wordForms(query), phrase: phraseForm(query) };
  if (asked.words.length === 0) return [];
  const found = new FirstSorted(max, compareFound);
  for (const product of snapshot.products) {
    const written = searchWordsOf(product.model);
    if (!asked.words.every((word) => hasBeginning(written, word))) continue;
    for (const entry of searchEntriesOf(product.model)) {
      const match = findMatch(entry, asked);
      if (match && match.worth >= (found.last?.worth ?? 0)) found.add({ product, entry, ...match });
    }
  }
  return found.sorted().map(toHit);
}

/** Words that begin alike stand together in a sorted list, so the first that is not before the beginning tells. */
function hasBeginning(sorted: readonly string[], beginning: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareText(sorted[middle] ?? '', beginning) < 0) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(beginning) ?? false;
}

type Asked = { words: readonly string[]; phrase: string };
type Match = { worth: number; text: SearchText; how: SearchReason['how'] };
type Found = Match & { product: Product; entry: SearchEntry };

/** The best single text decides; words it lacks must stand in another text of the thing or around it, at a price. */
function findMatch(entry: SearchEntry, asked: Asked): Match | null {
  for (const word of asked.words) if (!begins(entry.words, word)) return null;
  let best: Match | null = null;
  for (const text of entry.texts) {
    let missing = 0;
    for (const word of asked.words) if (!begins(text.words, word)) missing += 1;
    if (missing === asked.words.length) continue;
    const how = text.phrase === asked.phrase ? 'same' : text.phrase.startsWith(asked.phrase) ? 'begins' : 'holds';
    const worth = WORTH[text.in][how] * (1 - (0.3 * missing) / asked.words.length);
    if (best === null || worth > best.worth) best = { worth, text, how };
  }
  return best;
}

function begins(written: readonly string[], word: string): boolean {
  for (const one of written) if (one.startsWith(word)) return true;
  return false;
}

function compareFound(a: Found, b: Found): number {
  return (
    b.worth - a.worth ||
    KIND_ORDER[a.entry.kind] - KIND_ORDER[b.entry.kind] ||
    ALIGNMENT_ORDER[a.product.alignment] - ALIGNMENT_ORDER[b.product.alignment] ||
    compareText(a.product.key, b.product.key) ||
    compareText(a.entry.name, b.entry.name)
  );
}

function toHit({ product, entry, text, how }: Found): SearchHit {
  const why = { in: text.in, text: text.text, how };
  const { kind, id, name, label } = entry;
  const dot = name.indexOf('.');
  const entity = kind === 'metric' ? null : kind === 'entity' ? name : name.slice(0, dot);
  const own = kind === 'attribute' ? name.slice(dot + 1) : name;
  return { ref: `${product.key}.${name}`, kind, id, product: product.key, entity, name: own, label, why };
}

/** Why something was found, in words: `also called “rating”`. */
export function describeSearchReason({ in: where, text }: SearchReason): string {
  switch (where) {
    case 'name':
    case 'label':
      return `called “${text}”`;
    case 'synonym':
      return `also called “${text}”`;
    case 'description':
      return `described as “${text}”`;
    case 'number':
      return `what ${text} is worked out from`;
  }
}
