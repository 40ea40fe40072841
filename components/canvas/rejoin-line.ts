import { setFields } from '@/lib/model/edits/set-fields';
import { tellLinesApart } from '@/lib/model/edits/tell-lines-apart';
import { guessCardinality } from '@/lib/model/guess-cardinality';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId, RelationshipEnd, RelationshipRecord } from '@/lib/model/records';
import { typeRefusal } from './type-refusal';

/** An end of a line, taken hold of. */
export type LineEndAt = { readonly lineId: RecordId; readonly end: 'from' | 'to' };

/** The end that stays where it is. */
export function otherEnd(line: RelationshipRecord, end: LineEndAt['end']): RelationshipEnd {
  return end === 'from' ? line.to : line.from;
}

/** Why an end cannot be put onto a field, or onto an entity and thereby its key; a sentence, or null when it can. */
export function rejoinRefusal(document: ModelDocument, at: LineEndAt, ontoId: RecordId): string | null {
  const line = recordOf(document, 'relationship', at.lineId);
  return line ? refusalOf(document, { line, end: at.end, ontoId, taken: joinedElsewhere(document, line) }) : GONE;
}

/** The same for every field and every entity at once, for the time of one drag. */
export function rejoinRefusals(document: ModelDocument, at: LineEndAt): Map<RecordId, string | null> {
  const line = recordOf(document, 'relationship', at.lineId);
  const refusals = new Map<RecordId, string | null>();
  if (!line) return refusals;
  const taken = joinedElsewhere(document, line);
  const fixed = otherEnd(line, at.end).attributeIds;
  for (const { id } of indexModel(document).byKind.entity)
    for (const ontoId of [id, ...attributesIn(document, id).map((field) => field.id)])
      if (fixed[0] !== ontoId) refusals.set(ontoId, refusalOf(document, { line, end: at.end, ontoId, taken }));
  return refusals;
}

/**
 * The line with one of its ends elsewhere. How many belong together is read from the keys again and left open where they
 * say nothing; what somebody said against the keys before, or where they were silent, stays said.
 */
export function rejoinLine(document: ModelDocument, { lineId, end }: LineEndAt, ontoId: RecordId): ModelDocument {
  const line = recordOf(document, 'relationship', lineId);
  const onto = ontoOf(document, ontoId);
  if (!line || !onto || rejoinRefusal(document, { lineId, end }, ontoId) !== null) return document;
  const ends = { from: line.from, to: line.to, [end]: onto };
  const wasGuessed = guessCardinality(document, line) === line.cardinality;
  const cardinality = guessCardinality(document, ends) ?? (wasGuessed ? null : line.cardinality);
  const moved = setFields(document, { kind: 'relationship', id: lineId, fields: { [end]: onto, cardinality } });
  return tellLinesApart(moved, ends);
}

const GONE = 'The line or the field is gone.';

type Asked = { line: RelationshipRecord; end: LineEndAt['end']; ontoId: RecordId; taken: ReadonlySet<string> };

function refusalOf(document: ModelDocument, { line, end, ontoId, taken }: Asked): string | null {
  const onto = ontoOf(document, ontoId);
  if (!onto) return GONE;
  const fixed = otherEnd(line, end);
  const [pairs, fields] = [fixed.attributeIds.length, onto.attributeIds.length];
  const isEntity = ontoId === onto.entityId;
  const label = labelOfRecord(document, ontoId);
  if (isEntity && fields === 0) return `Nothing says yet what identifies a row of ${label}: let go on a field of it.`;
  if (pairs !== fields && isEntity)
    return `${label} is identified by ${inWords(fields)}, and this line matches on ${inWords(pairs)}.`;
  if (pairs !== fields)
    return `This line matches on ${inWords(pairs)}: let go on the head of an entity that is identified by as many.`;
  for (const [pair, id] of onto.attributeIds.entries()) {
    const [field, other] = [id, fixed.attributeIds[pair] ?? null].map((one) => recordOf(document, 'attribute', one));
    if (!field || !other) return GONE;
    if (field.id === other.id) return 'A field cannot be joined to itself.';
    const refusal = typeRefusal(document, field, other);
    if (refusal !== null) return refusal;
  }
  return taken.has(keyOf(fixed, onto)) ? 'These two are joined already.' : null;
}

/** A field is meant as it is, an entity by its key. */
function ontoOf(document: ModelDocument, id: RecordId): RelationshipEnd | null {
  const field = recordOf(document, 'attribute', id);
  if (field) return { entityId: field.entityId, attributeIds: [field.id] };
  const entity = recordOf(document, 'entity', id);
  return entity && { entityId: entity.id, attributeIds: [...entity.grain] };
}

/** What the other lines join, either way round. */
function joinedElsewhere(document: ModelDocument, { id }: RelationshipRecord): Set<string> {
  const others = indexModel(document).byKind.relationship.filter((other) => other.id !== id);
  return new Set(others.flatMap(({ from, to }) => [keyOf(from, to), keyOf(to, from)]));
}

function keyOf(one: RelationshipEnd, other: RelationshipEnd): string {
  return `${one.attributeIds.join()} ${other.attributeIds.join()}`;
}

function inWords(fields: number): string {
  return fields === 1 ? 'one field' : `${fields} fields`;
}
