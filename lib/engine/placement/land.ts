import { columnsOf } from '@/lib/sql/columns';
import { isDeterministic, isStrict } from '@/lib/sql/facts';
import { conjunctsOf, sameExpression } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { rejectsNulls } from '../demand/null-rejecting';
import { isReadable } from '../demand/predicate-size';
import type { CompiledDerivation, CompiledEntity, CompiledInput } from '../lineage/lineage';
import { guarded } from './build';
import { valueOfNothing } from './known-value';
import { plainNumber } from './literal-numbers';
import type { StayReason, Strength } from './placement';
import { substituteInputs } from './substitute';

export type Landing = { predicate: Expression; strength: Strength; sameRows: boolean };

/**
 * A rule about one input's columns in every row of an entity, as a rule about every row of that input. Rows that a filter
 * drops may be as they like, and where the filter speaks of this input alone the rule says so and stays exact; rows that
 * only a join drops, or that nobody looks up, cannot be told apart here, so the rule asks them too and may alarm without
 * need. A left join that finds nothing makes a row of nulls, which the rule must keep by itself. Null for a rule that
 * filters and joins keep already: what is compared with something is there.
 */
export function land(
  entity: CompiledEntity,
  derivation: CompiledDerivation,
  input: CompiledInput,
  rule: Expression,
): Landing | StayReason | null {
  const { alias, join } = input;
  const where = derivation.where === null ? [] : overAliases(entity, conjunctsOf(derivation.where));
  const own = where.filter((condition) => isAbout(condition, alias));
  if (join === 'left' && !own.some(rejectsNulls)) {
    const nothing = valueOfNothing(rule);
    if (nothing === undefined) return 'cannot-tell';
    if (nothing?.value === false) return 'looked-up';
  }
  const dropping = derivation.inputs.filter((each) => each.join === 'inner' || each === input);
  const joining = overAliases(
    entity,
    dropping.flatMap(({ on }) => (on === null ? [] : conjunctsOf(on))),
  );
  if ([...where, ...joining].some((condition) => implies(condition, rule))) return null;
  const joined = joining.filter((condition) => isAbout(condition, alias));
  const isEveryRow = join === 'from' && derivation.inputs.every((each) => each.join !== 'inner');
  const isToldApart = isEveryRow && own.length === where.length;
  const predicate = guarded([...own, ...joined], rule);
  const isOneForOne =
    isEveryRow &&
    where.length === 0 &&
    derivation.groupBy.length === 0 &&
    derivation.inputs.every((each) => each === input || each.pinsGrain);
  if (isReadable(predicate))
    return { predicate, strength: isToldApart ? 'exact' : 'sufficient', sameRows: isOneForOne };
  return isReadable(rule) ? { predicate: rule, strength: 'sufficient', sameRows: false } : 'too-long';
}

/** A condition may name the entity's own attributes; one that cannot be written over the inputs guards nothing. */
function overAliases(entity: CompiledEntity, conditions: readonly Expression[]): Expression[] {
  return conditions.map((condition) => substituteInputs(entity, condition).tree ?? condition);
}

/** Only what is plain to see: the rule itself, a wider bound of the same, or that a compared column is not null. */
function implies(condition: Expression, rule: Expression): boolean {
  if (sameExpression(condition, rule) || isWithin(condition, rule)) return true;
  if (rule.kind !== 'test' || rule.test !== 'null' || !rule.negated || rule.operand.kind !== 'column') return false;
  const { qualifier, name } = rule.operand;
  const isCompared = columnsOf(condition).some((column) => column.qualifier === qualifier && column.name === name);
  return isCompared && isStrict(condition);
}

/** `x > 0` lies within `x >= 0`: the same value, a bound on the same side, no number further out. */
function isWithin(condition: Expression, rule: Expression): boolean {
  if (condition.kind !== 'comparison' || rule.kind !== 'comparison') return false;
  const [inner, outer] = [plainNumber(condition.right), plainNumber(rule.right)];
  if (inner === null || outer === null || !sameExpression(condition.left, rule.left)) return false;
  if (!isDeterministic(rule.left)) return false;
  const [kept, wanted] = [condition.operator, rule.operator];
  const isSameSide = wanted.startsWith('>')
    ? kept.startsWith('>') || kept === '='
    : kept.startsWith('<') || kept === '=';
  if (!isSameSide || !/^[<>]=?$/.test(wanted) || kept === '<>') return false;
  const isFurther = wanted.startsWith('>') ? inner > outer : inner < outer;
  const isBorderKept = wanted.endsWith('=') || (kept !== '=' && !kept.endsWith('='));
  return isFurther || (inner === outer && isBorderKept);
}

function isAbout(condition: Expression, alias: string): boolean {
  const columns = columnsOf(condition);
  return columns.length > 0 && columns.every(({ qualifier }) => qualifier === alias) && isDeterministic(condition);
}
