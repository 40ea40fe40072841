import { expressionsOf } from '../expressions';
import type { Issue } from '../issue';
import { attributeNamesIn, indexModel, recordOf } from '../model-index';
import type { AttributeRecord, Classification, ModelDocument } from '../records';
import { inputsOf, ownInput } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * Personal data reaches a consumer product for a stated decision or not at all. An attribute is personal when it says so,
 * or when it says nothing and something it is computed from is.
 */
export function personalDataHasAPurpose(document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  const hasPurpose = (surroundings.useCase?.decision ?? '').trim() !== '';
  if (surroundings.alignment !== 'consumer' || hasPurpose) return [];
  return indexModel(document).byKind.attribute.flatMap((attribute): Issue[] => {
    if (!isPersonal(document, surroundings, attribute)) return [];
    return [{ code: 'personal-data-without-purpose', severity: 'error', at: attribute.id, attributeId: attribute.id }];
  });
}

function isPersonal(document: ModelDocument, surroundings: ModelSurroundings, attribute: AttributeRecord): boolean {
  if (attribute.classification !== null) return attribute.classification === 'personal';
  return expressionsOf(attribute).some(({ columns }) =>
    columns.some((column) => classificationOf(document, surroundings, attribute, column) === 'personal'),
  );
}

function classificationOf(
  document: ModelDocument,
  { productKey, findEntity, findTable }: ModelSurroundings,
  attribute: AttributeRecord,
  { qualifier, name }: { qualifier: string | null; name: string },
): Classification | null {
  const entity = recordOf(document, 'entity', attribute.entityId);
  if (entity === null) return null;
  if (qualifier === null) return attributeNamesIn(document, entity.id).get(name)?.classification ?? null;
  const input = inputsOf(entity).find(({ as }) => as === qualifier);
  if (input === undefined) return null;
  if ('table' in input) return findTable(input.table)?.columns.get(name)?.classification ?? null;
  const own = ownInput(document, productKey, input);
  if (own !== null) return attributeNamesIn(document, own.id).get(name)?.classification ?? null;
  return findEntity(input.entity)?.attributes.get(name)?.classification ?? null;
}
