import { compareText } from '@/lib/base/compare-text';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { wordForms } from './word-forms';

/** One thing in a model that can be found, with everything it is called. */
export type SearchEntry = {
  kind: 'entity' | 'metric' | 'attribute';
  id: RecordId;
  /** `order`, `order.status`, `item_revenue`. */
  name: string;
  label: string;
  texts: readonly SearchText[];
  /** All of their words, each once, and those that place an attribute: its entity's. */
  words: readonly string[];
};
export type SearchText = {
  in: 'name' | 'label' | 'synonym' | 'description';
  text: string;
  phrase: string;
  words: readonly string[];
};

const entries = new WeakMap<ModelDocument, readonly SearchEntry[]>();

/** What can be found in a model; made once per document, because documents are never changed in place. */
export function searchEntriesOf(model: ModelDocument): readonly SearchEntry[] {
  const known = entries.get(model);
  if (known) return known;
  const { byKind } = indexModel(model);
  const around = new Map(byKind.entity.map((entity) => [entity.id, wordsOf(entity)]));
  const made = [...byKind.entity, ...byKind.metric, ...byKind.attribute].map((record) =>
    toEntry(model, record, record.kind === 'attribute' ? (around.get(record.entityId) ?? []) : []),
  );
  entries.set(model, made);
  return made;
}

const vocabularies = new WeakMap<ModelDocument, readonly string[]>();

/** Every word by which something in a model can be found, each once, sorted: most models have none of the words asked. */
export function searchWordsOf(model: ModelDocument): readonly string[] {
  const known = vocabularies.get(model);
  if (known) return known;
  const words = new Set<string>();
  for (const entry of searchEntriesOf(model)) for (const word of entry.words) words.add(word);
  const made = [...words].sort(compareText);
  vocabularies.set(model, made);
  return made;
}

function toEntry(
  model: ModelDocument,
  record: EntityRecord | MetricRecord | AttributeRecord,
  around: readonly string[],
): SearchEntry {
  const label = labelOfRecord(model, record.id);
  const description = record.kind === 'metric' ? record.definition : record.description;
  const synonyms = record.kind === 'metric' ? [] : record.synonyms;
  const texts = [
    toText('name', record.name),
    ...(record.label === null ? [] : [toText('label', record.label)]),
    ...synonyms.map((synonym) => toText('synonym', synonym)),
    ...(description === null ? [] : [toText('description', description)]),
  ];
  const words = [...new Set([...texts.flatMap((text) => text.words), ...around])];
  return { kind: record.kind, id: record.id, name: nameOfRecord(model, record.id), label, texts, words };
}

function toText(where: SearchText['in'], text: string): SearchText {
  const words = wordForms(text);
  return { in: where, text, phrase: words.join(' '), words };
}

/** What places an attribute: what its entity is called. */
function wordsOf({ name, label, synonyms }: EntityRecord): string[] {
  return [name, label ?? '', ...synonyms].flatMap(wordForms);
}
