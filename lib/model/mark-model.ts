import { canonicalJson } from '@/lib/base/canonical-json';
import { editedBetween } from './edit-trail';
import { recordAt } from './model-index';
import type { ModelDocument, ModelRecord, RecordId } from './records';

/**
 * 128 bits that tell one document from the next while it is being edited: the sum of what stands for each record, so that
 * an edit of a model of thousands of records costs what was touched. Equal for equal documents in whatever order. It is
 * worth nothing against somebody who wants two to be equal, and is never stored: `fingerprint` is for that.
 */
type Mark = readonly [number, number, number, number];

const NOTHING: Mark = [0, 0, 0, 0];
const marks = new WeakMap<ModelDocument, Mark>();
const marksOfRecords = new WeakMap<ModelRecord, Mark>();
/** What was marked last, newest first: an edit is one of these with a few records changed. */
const RECENT_MAX = 4;
let recent: readonly ModelDocument[] = [];

/** The mark of a document as hexadecimal digits. */
export function markModel(document: ModelDocument): string {
  return markOf(document)
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}

function markOf(document: ModelDocument): Mark {
  const known = marks.get(document);
  if (known) return known;
  const made =
    mended(document) ?? Object.values(document.records).reduce((sum, one) => plus(sum, markOfRecord(one)), NOTHING);
  marks.set(document, made);
  recent = [document, ...recent].slice(0, RECENT_MAX);
  return made;
}

function mended(document: ModelDocument): Mark | null {
  for (const before of recent) {
    const edited = editedBetween(before, document);
    const known = edited && marks.get(before);
    if (known)
      return [...edited].reduce((sum, id) => plus(minus(sum, markAt(before, id)), markAt(document, id)), known);
  }
  return null;
}

function markAt(document: ModelDocument, id: RecordId): Mark {
  const record = recordAt(document, id);
  return record ? markOfRecord(record) : NOTHING;
}

function markOfRecord(record: ModelRecord): Mark {
  const known = marksOfRecords.get(record) ?? scramble(canonicalJson(record));
  marksOfRecords.set(record, known);
  return known;
}

function plus(a: Mark, b: Mark): Mark {
  return [(a[0] + b[0]) >>> 0, (a[1] + b[1]) >>> 0, (a[2] + b[2]) >>> 0, (a[3] + b[3]) >>> 0];
}

function minus(a: Mark, b: Mark): Mark {
  return [(a[0] - b[0]) >>> 0, (a[1] - b[1]) >>> 0, (a[2] - b[2]) >>> 0, (a[3] - b[3]) >>> 0];
}

/** Four lanes of multiply and shift over the text's code units, each fed by another, as in MurmurHash3. */
function scramble(text: string): Mark {
  let [a, b, c, d] = [0x3c6ef372, 0x5be0cd19, 0x510e527f, 0x6a09e667];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ unit, 0x239b961b);
    b = c ^ Math.imul(b ^ unit, 0xab0e9789);
    c = d ^ Math.imul(c ^ unit, 0x38b34ae5);
    d = a ^ Math.imul(d ^ unit, 0xa1e38b93);
  }
  return [finish(a ^ (c >>> 18)), finish(b ^ (d >>> 22)), finish(c ^ (a >>> 17)), finish(d ^ (b >>> 19))];
}

function finish(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
