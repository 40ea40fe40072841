import { parsedAt } from '@/lib/model/expressions';
import type { AttributeRecord, Derivation, EntityRecord, ModelRecord, RecordId } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';

/**
 * The records of a template as they can stand in another workspace. An entity stays bound where everything it is made of
 * is offered here under the same names, and a field where its inputs are; the rest are wishes. Teams are those of the other
 * workspace and are forgotten, and what was needed there is an estimate here until somebody confirms it.
 *
 * `offered` names what is offered here: `product.entity` and `product.entity.attribute`.
 */
export function fitTemplate(records: readonly ModelRecord[], offered: ReadonlySet<string>): ModelRecord[] {
  const bound = new Map<RecordId, Derivation>(
    records.flatMap((record) => {
      const derivation = record.kind === 'entity' ? offeredDerivation(record, offered) : null;
      return derivation ? [[record.id, derivation] as const] : [];
    }),
  );
  return records.map((record): ModelRecord => {
    switch (record.kind) {
      case 'entity':
        return { ...record, derivation: bound.get(record.id) ?? null };
      case 'attribute':
        return isOffered(record, bound.get(record.entityId), offered) ? record : { ...record, expression: null };
      case 'metric':
        return { ...record, owner: null };
      case 'expectation':
        return { ...record, origin: 'estimated' };
      default:
        return record;
    }
  });
}

function offeredDerivation({ derivation }: EntityRecord, offered: ReadonlySet<string>): Derivation | null {
  if (derivation === null) return null;
  const inputs = [derivation.from, ...derivation.joins];
  return inputs.every((input) => 'entity' in input && offered.has(input.entity)) ? derivation : null;
}

function isOffered(field: AttributeRecord, derivation: Derivation | undefined, offered: ReadonlySet<string>): boolean {
  const tree = derivation && parsedAt(field, { in: 'expression' });
  if (!tree) return false;
  const inputs = new Map(
    [derivation.from, ...derivation.joins].flatMap((input) =>
      'entity' in input ? [[input.as, input.entity] as const] : [],
    ),
  );
  return columnsOf(tree).every(({ qualifier, name }) => {
    const entity = inputs.get(qualifier ?? '');
    return entity !== undefined && offered.has(`${entity}.${name}`);
  });
}
