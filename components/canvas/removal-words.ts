import type { Removal } from '@/lib/model/edits/plan-removal';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordAt } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId, RecordKind } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';

const KIND_WORDS: Record<RecordKind, [string, string]> = {
  entity: ['entity', 'entities'],
  attribute: ['field', 'fields'],
  relationship: ['line', 'lines'],
  segment: ['“only …” filter', '“only …” filters'],
  measure: ['measure', 'measures'],
  metric: ['metric', 'metrics'],
  driver: ['driver', 'drivers'],
  expectation: ['need', 'needs'],
};

export type RemovalWords = {
  /** "Order", or "3 things". */
  what: string;
  /** What goes along beyond what was chosen: "7 fields, 2 lines". Null for nothing. */
  along: string | null;
  /** What stays and will have a problem, by name. */
  breaks: string[];
};

/** What deleting would do, in words a person can decide on. */
export function removalWords(document: ModelDocument, ids: readonly RecordId[], removal: Removal): RemovalWords {
  const [only] = ids;
  const chosen = new Set(ids);
  return {
    what: ids.length === 1 && only ? wordsFor(document, only) : `${ids.length} things`,
    along: countKinds(
      document,
      removal.goes.filter((id) => !chosen.has(id)),
    ),
    breaks: breakWords(document, removal),
  };
}

/** What bears no name is called by what people read of it: the ends of a driver, the sentence of a need. */
function wordsFor(document: ModelDocument, id: RecordId): string {
  const record = recordAt(document, id);
  if (record?.kind === 'expectation') return `“${describeExpectation(document, record, 'plain').replace(/\.$/, '')}”`;
  if (record?.kind !== 'driver') return labelOfRecord(document, id);
  const from = labelOfRecord(document, record.fromId);
  return record.driver === 'segment'
    ? `${from} by ${midSentence(labelOfRecord(document, record.byId))}`
    : `${from} → ${midSentence(labelOfRecord(document, record.toId))}`;
}

/** Metrics by name, because people know them; of the rest how many there are. */
function breakWords(document: ModelDocument, removal: Removal): string[] {
  const broken = removal.breaks.filter((id) => !removal.goes.includes(id));
  const isMetric = (id: RecordId) => recordAt(document, id)?.kind === 'metric';
  const rest = countKinds(
    document,
    broken.filter((id) => !isMetric(id)),
  );
  return [...broken.filter(isMetric).map((id) => labelOfRecord(document, id)), ...(rest === null ? [] : [rest])];
}

/** True when more goes or breaks than the chosen things with their own fields: then it is said before it is done. */
export function isFarReaching(document: ModelDocument, ids: readonly RecordId[], removal: Removal): boolean {
  const chosen = new Set(ids);
  const own = (id: RecordId) => {
    const record = recordAt(document, id);
    return record?.kind === 'attribute' && chosen.has(record.entityId);
  };
  return removal.breaks.length > 0 || removal.goes.some((id) => !chosen.has(id) && !own(id));
}

function countKinds(document: ModelDocument, ids: readonly RecordId[]): string | null {
  const counts = new Map<RecordKind, number>();
  for (const id of ids) {
    const kind = recordAt(document, id)?.kind;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const parts = [...counts].map(([kind, count]) => `${count} ${KIND_WORDS[kind][count === 1 ? 0 : 1]}`);
  return parts.length === 0 ? null : parts.join(', ');
}
