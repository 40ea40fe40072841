import { compareText } from '@/lib/base/compare-text';
import { ownerIn } from '@/lib/model/input-ref';
import { normaliseExpression } from '@/lib/sql/normalise';
import { printExpression } from '@/lib/sql/print';
import { conjunctsOf, mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';

/**
 * How an entity is made, in words that do not depend on who makes it: aliases give way to what they stand for, conditions
 * to their normal form. Two entities with one shape hold the same rows. An input that is joined twice is told apart by
 * what it is joined on, so that whoever joins it in one of the two roles shares that role and not the other.
 */
export type JoinedShape = {
  /** What the rows are: the entity read first, its filter and its grouping. */
  head: string;
  /** The entity read first: `product.entity`. */
  base: string;
  joins: ReadonlyMap<string, SharedJoin>;
  /** The rows are not those of the base: something is filtered or grouped. */
  isMade: boolean;
};
export type SharedJoin = {
  /** What is joined: an entity, with its filter where it is filtered first. */
  ref: string;
  /** `product.entity`. */
  entity: string;
  type: 'inner' | 'left';
  on: string;
};

/**
 * Null for a wish, for what reads a table, and for what reads another entity of its own product. `isLive`: a join that is
 * written and that nothing needed reads is no part of it.
 */
export function joinedShapeOf(
  entity: CompiledEntity,
  isLive: (input: CompiledInput) => boolean = () => true,
): JoinedShape | null {
  const { derivation } = entity;
  if (!derivation) return null;
  if (derivation.inputs.some(({ kind, ref }) => kind === 'table' || ownerIn(ref) === entity.product)) return null;
  const [from, ...rest] = derivation.inputs;
  if (!from) return null;
  const names = namesOfInputs(entity);
  const joins = new Map<string, SharedJoin>();
  for (const { alias, ref, join, on } of rest.filter(isLive)) {
    if (on === null || join === 'from') return null;
    const own = new Map([...names, [alias, roleName(ref, from.ref)]]);
    const shared = { ref, entity: ref, type: join, on: conditionText(conjunctsOf(overRefs(on, own))) };
    joins.set(joinKey(shared), shared);
  }
  const keys = derivation.groupBy.map((name) => {
    const tree = overInputs(entity, name);
    return tree === null ? name : printExpression(normaliseExpression(overRefs(tree, names)));
  });
  const where = derivation.where === null ? '' : ` where ${conditionText([overRefs(derivation.where, names)])}`;
  const grouped = keys.length === 0 ? '' : ` by ${keys.sort(compareText).join(', ')}`;
  return { head: `${from.ref}${where}${grouped}`, base: from.ref, joins, isMade: where !== '' || grouped !== '' };
}

/** An attribute over `product.entity` names; null where it has no expression over its inputs. */
export function attributeOverRefs(entity: CompiledEntity, name: string): Expression | null {
  const tree = overInputs(entity, name);
  return tree === null ? null : overRefs(tree, namesOfInputs(entity));
}

export function joinKey({ ref, type, on }: Omit<SharedJoin, 'entity'>): string {
  return `${type} ${ref} on ${on}`;
}

/** The text of conditions that must all hold, in one order whatever order they were written in. */
export function conditionText(conditions: readonly Expression[]): string {
  return conditions
    .map((condition) => printExpression(normaliseExpression(condition)))
    .sort(compareText)
    .join(' and ');
}

/** How a joined input is called in its own condition: apart from what is read first, where that is the same entity. */
export function roleName(ref: string, base: string): string {
  return ref === base ? `${ref} (2)` : ref;
}

/** Without the number that tells the second role of an input from the first. */
export function plainRef(ref: string): string {
  return ref.replace(/ \(\d+\)$/, '');
}

/** Roles of one input are numbered by what they are joined on, whatever the order they are written in. */
function namesOfInputs({ derivation }: CompiledEntity): ReadonlyMap<string, string> {
  const inputs = derivation?.inputs ?? [];
  const plain = new Map(inputs.map(({ alias, ref }) => [alias, ref]));
  const text = ({ on }: CompiledInput) => (on === null ? '' : conditionText(conjunctsOf(overRefs(on, plain))));
  const byRole = inputs
    .map((input) => ({ ...input, text: text(input) }))
    .sort((a, b) => Number(b.join === 'from') - Number(a.join === 'from') || compareText(a.text, b.text));
  const seen = new Map<string, number>();
  return new Map(
    byRole.map(({ alias, ref }) => {
      const times = (seen.get(ref) ?? 0) + 1;
      seen.set(ref, times);
      return [alias, times === 1 ? ref : `${ref} (${times})`];
    }),
  );
}

function overRefs(tree: Expression, names: ReadonlyMap<string, string>): Expression {
  return mapColumns(tree, (column) => {
    const qualifier = column.qualifier === null ? undefined : names.get(column.qualifier);
    return qualifier === undefined ? undefined : { ...column, qualifier };
  });
}
