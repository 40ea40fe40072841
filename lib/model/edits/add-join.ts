import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { nameIn } from '../input-ref';
import { attributeNamesIn } from '../model-index';
import type { EntityRecord, ModelDocument } from '../records';
import { inputsOf } from '../scope';
import { freeAlias } from './free-alias';
import { putRecords } from './put-records';

/** An entity of a product, or a table of a source: what a derivation reads. */
export type InputRef = { entity: string } | { table: string };
/** `own` names an attribute of the entity that joins, `other` an attribute or a column of what is joined. */
export type JoinKey = { own: string; other: string };
export type AddJoin = { input: InputRef; type: 'inner' | 'left'; keys: readonly JoinKey[] };

/**
 * Reads one more input. One that is read already keeps its alias, and an entity that comes from nowhere comes from this
 * one from now on; both need no keys. Null when a key is not a plain value of one row, or when there is none: a join
 * without a condition would pair every row with every other.
 */
export function addJoin(
  document: ModelDocument,
  entity: EntityRecord,
  { input, type, keys }: AddJoin,
): { document: ModelDocument; alias: string } | null {
  const known = inputsOf(entity).find((one) => refOf(one) === refOf(input));
  if (known) return { document, alias: known.as };
  const as = freeAlias(entity, nameIn(refOf(input)));
  const { derivation } = entity;
  if (derivation === null) {
    const from = { ...input, as };
    return { document: putRecords(document, { ...entity, derivation: startFrom(from) }), alias: as };
  }
  const conditions = keys.map(({ own, other }) => condition(document, entity, own, { alias: as, other }));
  const usable = conditions.flatMap((one) => one ?? []);
  const [first] = usable;
  if (first === undefined || usable.length < keys.length) return null;
  const on = printExpression(usable.length === 1 ? first : { kind: 'and', operands: usable });
  const joins = [...derivation.joins, { ...input, as, type, on }];
  return { document: putRecords(document, { ...entity, derivation: { ...derivation, joins } }), alias: as };
}

export function refOf(input: InputRef): string {
  return 'entity' in input ? input.entity : input.table;
}

function startFrom(from: InputRef & { as: string }): NonNullable<EntityRecord['derivation']> {
  return { from, joins: [], where: null, groupBy: [] };
}

function condition(
  document: ModelDocument,
  entity: EntityRecord,
  own: string,
  { alias, other }: { alias: string; other: string },
): Expression | null {
  const text = attributeNamesIn(document, entity.id).get(own)?.expression ?? null;
  const parsed = text === null ? null : parseExpression(text);
  if (!parsed?.ok || hasAggregate(parsed.value)) return null;
  if (columnsOf(parsed.value).some(({ qualifier }) => qualifier === null)) return null;
  const left: Expression = { kind: 'column', qualifier: alias, name: other };
  return { kind: 'comparison', operator: '=', left, right: parsed.value };
}
