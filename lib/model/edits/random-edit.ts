import { type ModelDocument, type ModelRecord, type RecordId, recordsOf } from '../records';
import { addAttribute } from './add-attribute';
import { addDriver } from './add-driver';
import { addEntity } from './add-entity';
import { addExpectation } from './add-expectation';
import { addSegment } from './add-segment';
import { drawMetric } from './draw-metric';
import { duplicateRecords } from './duplicate-records';
import { removeRecords } from './plan-removal';
import { relate } from './relate';
import { renameRecord } from './rename-record';
import { setFields } from './set-fields';
import { setGrain } from './set-grain';

/**
 * For property tests: some edit a person might make, chosen by a number. The same number on the same document is the same
 * edit; ids start with the given text. Deletions are rarer than the rest, so that documents grow.
 */
export function anEdit(document: ModelDocument, choice: number, idStart: string): ModelDocument {
  const edit = EDITS[choice % EDITS.length];
  const rest = Math.floor(choice / EDITS.length);
  let made = 0;
  const newId = () => `${idStart}-${made++}`;
  return edit ? edit({ document, rest, newId }) : document;
}

type Edit = (given: { document: ModelDocument; rest: number; newId: () => RecordId }) => ModelDocument;

function pick<T>(list: readonly T[], choice: number): T | undefined {
  return list.length === 0 ? undefined : list[choice % list.length];
}

function pickRecord<K extends ModelRecord['kind']>(document: ModelDocument, kind: K, choice: number) {
  return pick(recordsOf(document, kind), choice);
}

const TYPES = ['string', 'integer', 'decimal', 'boolean', 'date', 'timestamp'] as const;
const NAMES = ['amount', 'status', 'order', 'customer', 'total value', 'x.y', 'ünïcode', 'select'];

const EDITS: readonly Edit[] = [
  ({ document, newId }) => addEntity(document, { id: newId() }),
  ({ document, rest, newId }) => addEntity(document, { id: newId(), label: `Thing ${rest % 5}` }),
  ({ document, rest, newId }) => {
    const entity = pickRecord(document, 'entity', rest);
    return entity
      ? addAttribute(document, { id: newId(), entityId: entity.id, type: pick(TYPES, rest) ?? 'string' })
      : document;
  },
  ({ document, rest }) => {
    const attribute = pickRecord(document, 'attribute', rest);
    const type = pick(TYPES, rest) ?? 'string';
    return attribute ? setFields(document, { kind: 'attribute', id: attribute.id, fields: { type } }) : document;
  },
  ({ document, rest }) => {
    const record = pick(Object.values(document.records), rest);
    return record
      ? renameRecord(document, { id: record.id, name: pick(NAMES, rest) ?? 'a', productKey: null })
      : document;
  },
  ({ document, rest, newId }) => {
    const [from, to] = [pickRecord(document, 'attribute', rest), pickRecord(document, 'attribute', rest * 7 + 3)];
    return from && to ? relate(document, { id: newId(), pairs: [{ fromId: from.id, toId: to.id }] }) : document;
  },
  ({ document, rest, newId }) => {
    const attribute = pickRecord(document, 'attribute', rest);
    if (attribute === undefined) return document;
    const drawn = { newId, entityId: attribute.entityId, attributeId: attribute.id, aggregation: 'max' as const };
    return drawMetric(document, drawn).document;
  },
  ({ document, rest, newId }) => {
    const entity = pickRecord(document, 'entity', rest);
    return entity ? addSegment(document, { id: newId(), entityId: entity.id, filter: 'status is not null' }) : document;
  },
  ({ document, rest, newId }) => {
    const attribute = pickRecord(document, 'attribute', rest);
    return addExpectation(document, { id: newId(), onId: attribute?.id ?? null, rule: { rule: 'not-null' } });
  },
  ({ document, rest, newId }) => {
    const [from, to] = [pickRecord(document, 'metric', rest), pickRecord(document, 'metric', rest + 1)];
    return from && to
      ? addDriver(document, { id: newId(), fromId: from.id, driver: 'influence', toId: to.id })
      : document;
  },
  ({ document, rest }) => {
    const attribute = pickRecord(document, 'attribute', rest);
    return attribute ? setGrain(document, { entityId: attribute.entityId, attributeIds: [attribute.id] }) : document;
  },
  ({ document, rest, newId }) => {
    const record = rest % 4 === 0 ? pick(Object.values(document.records), rest) : undefined;
    return record ? duplicateRecords(document, { ids: [record.id], newId }).document : document;
  },
  ({ document, rest }) => {
    const record = rest % 2 === 0 ? pick(Object.values(document.records), rest) : undefined;
    return record ? removeRecords(document, [record.id]) : document;
  },
];
