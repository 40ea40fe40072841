import { guessCardinality } from '../guess-cardinality';
import { indexModel, recordOf } from '../model-index';
import type { ModelDocument, RecordId, RelationshipEnd } from '../records';
import { freeName } from './free-name';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';
import { tellLinesApart } from './tell-lines-apart';

export type Relate = { id: RecordId; pairs: readonly { fromId: RecordId; toId: RecordId }[] };

/**
 * A line from attribute to attribute, or over several pairs of one. The cardinality is read from the keys and left open
 * where they say nothing; a one-to-many is drawn the other way round, so that lines lead from the many to the one. When
 * the two entities are related already, both lines get a role, or nothing could tell them apart. Pairs that do not lie
 * between two entities, or a line that is there, change nothing.
 */
export function relate(document: ModelDocument, { id, pairs }: Relate): ModelDocument {
  const ends = endsOf(document, pairs);
  if (ends === null || isRelated(document, ends)) return document;
  const guess = guessCardinality(document, ends);
  const { from, to } = guess === 'one-to-many' ? { from: ends.to, to: ends.from } : ends;
  const cardinality = guess === 'one-to-many' ? 'many-to-one' : guess;
  const wanted = [from, to].map((end) => recordOf(document, 'entity', end.entityId)?.name ?? '').join('_');
  const name = freeName(document, 'relationship', wanted);
  const empty = { label: null, role: null, optional: false };
  const order = nextOrder(document, 'relationship');
  const related = putRecords(document, { kind: 'relationship', id, order, name, ...empty, from, to, cardinality });
  return tellLinesApart(related, { from, to });
}

type Ends = { from: RelationshipEnd; to: RelationshipEnd };

function endsOf(document: ModelDocument, pairs: Relate['pairs']): Ends | null {
  const [from, to] = [pairs.map(({ fromId }) => fromId), pairs.map(({ toId }) => toId)].map((ids) =>
    endOf(document, ids),
  );
  const isItself = pairs.some(({ fromId, toId }) => fromId === toId);
  return from && to && !isItself ? { from, to } : null;
}

function endOf(document: ModelDocument, ids: RecordId[]): RelationshipEnd | null {
  const attributes = ids.map((id) => recordOf(document, 'attribute', id));
  const [first] = attributes;
  if (!first || attributes.some((attribute) => attribute?.entityId !== first.entityId)) return null;
  return { entityId: first.entityId, attributeIds: ids };
}

function isRelated(document: ModelDocument, ends: Ends): boolean {
  const key = ({ from, to }: Ends) => [from, to].map((end) => `${end.entityId}:${end.attributeIds.join()}`);
  const wanted = key(ends).sort().join('|');
  return indexModel(document).byKind.relationship.some((other) => key(other).sort().join('|') === wanted);
}
