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
  const attributes = new Map(attribute.flatMap((record) => ownColumns(document, record)));
  return [...findCycles(entities), ...findCycles(attributes)].flatMap((around): Issue[] => {
    const [at] = around;
    return at === undefined ? [] : [{ code: 'derivation-cycle', severity: 'error', at, around }];
  });
}

/** Bare names only: what comes through an input is a loop of entities already. */
function ownColumns(document: ModelDocument, attribute: AttributeRecord): [RecordId, RecordId[]][] {
  const names = attributeNamesIn(document, attribute.entityId);
  const own = expressionsOf(attribute).flatMap(({ columns }) =>
    columns.flatMap(({ qualifier, name }) => (qualifier === null ? (names.get(name)?.id ?? []) : [])),
  );
  return own.length === 0 ? [] : [[attribute.id, own]];
}
