import { quoteName } from '@/lib/sql/quote-name';
import type { SqlType } from '@/lib/sql/tree';
import { columnsInScope } from './columns-in-scope';
import { nameIn } from './input-ref';
import type { ExpressionPlace } from './issue';
import { attributesIn, indexModel } from './model-index';
import { labelOfRecord } from './names';
import type { DerivationInput, DerivationJoin, ModelDocument, ModelRecord, RecordId } from './records';
import { uniquePath } from './references';
import { inputsOf, ownInput, scopeOf } from './scope';
import type { ModelSurroundings } from './surroundings';

/** A name that may be written at a place: as SQL, as people call it, and of which type it is. */
export type NameInScope = { text: string; label: string; type: SqlType };

/**
 * Everything a person may name in an expression of this record: its own fields first, then those of the entities it leads
 * to by exactly one way; in a derivation the columns of every input; in a formula the other metrics. In written order.
 */
export function namesInScope(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  record: ModelRecord,
  place: ExpressionPlace,
): NameInScope[] {
  const scope = scopeOf(document, record, place);
  const columns = columnsInScope(document, surroundings, scope, place);
  const typeOf = (qualifier: string | null, name: string) => columns.typeOf({ qualifier, name }) ?? 'unknown';
  switch (scope?.over) {
    case 'metrics':
      return indexModel(document).byKind.metric.flatMap(({ id, name }) =>
        id === record.id
          ? []
          : [{ text: written(null, name), label: labelOfRecord(document, id), type: typeOf(null, name) }],
      );
    case 'attributes': {
      const own = scope.entityIds.flatMap((entityId) => fieldsOf(document, entityId, null));
      const others = scope.entityIds.flatMap((entityId) =>
        indexModel(document)
          .byKind.entity.filter(({ id }) => id !== entityId && uniquePath(document, entityId, id).ok)
          .flatMap(({ id, name }) => fieldsOf(document, id, name)),
      );
      return unique([...own, ...others]);
    }
    case 'inputs': {
      const own = scope.orOwn ? fieldsOf(document, scope.entity.id, null).filter(({ id }) => id !== record.id) : [];
      const inputs = inputsOf(scope.entity).flatMap((input) =>
        namesOfInput(document, surroundings, input).map((name) => ({
          text: written(input.as, name),
          label: `${nameIn('table' in input ? input.table : input.entity)} › ${name}`,
          type: typeOf(input.as, name),
        })),
      );
      return unique([...inputs, ...own]);
    }
    default:
      return [];
  }
}

function fieldsOf(document: ModelDocument, entityId: RecordId, qualifier: string | null) {
  const entity = labelOfRecord(document, entityId);
  return attributesIn(document, entityId).map(({ id, name, type }) => ({
    id,
    text: written(qualifier, name),
    label: qualifier === null ? labelOfRecord(document, id) : `${entity} › ${labelOfRecord(document, id)}`,
    type,
  }));
}

function namesOfInput(
  document: ModelDocument,
  { productKey, findEntity, findTable }: ModelSurroundings,
  input: DerivationInput | DerivationJoin,
): string[] {
  if ('table' in input) return [...(findTable(input.table)?.columns.keys() ?? [])];
  const own = ownInput(document, productKey, input);
  if (own) return attributesIn(document, own.id).map(({ name }) => name);
  return [...(findEntity(input.entity)?.attributes.keys() ?? [])];
}

/** Beside a dot a word of the language needs no quotes, and people would not write them. */
function written(qualifier: string | null, name: string): string {
  return qualifier === null ? quoteName(name) : [qualifier, name].map(besideDot).join('.');
}

function besideDot(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : quoteName(name);
}

function unique(names: readonly NameInScope[]): NameInScope[] {
  const byText = new Map<string, NameInScope>();
  for (const { text, label, type } of names) if (!byText.has(text)) byText.set(text, { text, label, type });
  return [...byText.values()];
}
