import { expressionsOf } from '../expressions';
import { findCycles } from '../find-cycles';
import type { Issue } from '../issue';
import { attributeNamesIn, indexModel } from '../model-index';
import type { AttributeRecord, ModelDocument, RecordId } from '../records';
import { inputsOf, ownInput } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * An entity made from itself, or an attribute computed from itself, is made from nothing. Told once per loop, at its
 * first record. Loops through other products are the lineage's business, not this model's.
 */
export function derivationsEnd(document: ModelDocument, { productKey }: ModelSurroundings): Issue[] {
  const { entity, attribute } = indexModel(document).byKind;
  const entities = new Map(
    entity.map((record) => [
      record.id,
      inputsOf(record).flatMap((input) => ownInput(document, productKey, input)?.id ?? []),
    ]),
  );
  return [...findCycles(entities), ...attributeCycles(document, attribute)].flatMap((around): Issue[] => {
    const [at] = around;
    return at === undefined ? [] : [{ code: 'derivation-cycle', severity: 'error', at, around }];
  });
}

const cycles = new WeakMap<readonly AttributeRecord[], string[][]>();

/** Attributes name attributes only, so what was found holds for as long as the list of them is the same. */
function attributeCycles(document: ModelDocument, attributes: readonly AttributeRecord[]): string[][] {
  const known = cycles.get(attributes);
  if (known) return known;
  const graph = new Map<RecordId, RecordId[]>();
  for (const record of attributes) {
    const own = record.expression === null ? [] : ownColumns(document, record);
    if (own.length > 0) graph.set(record.id, own);
  }
  const found = findCycles(graph);
  cycles.set(attributes, found);
  return found;
}

/** Bare names only: what comes through an input is a loop of entities already. */
function ownColumns(document: ModelDocument, attribute: AttributeRecord): RecordId[] {
  const names = attributeNamesIn(document, attribute.entityId);
  return expressionsOf(attribute).flatMap(({ columns }) =>
    columns.flatMap(({ qualifier, name }) => (qualifier === null ? (names.get(name)?.id ?? []) : [])),
  );
}
