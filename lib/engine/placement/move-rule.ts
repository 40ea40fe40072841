import { hasAggregate } from '@/lib/sql/columns';
import { isDeterministic } from '@/lib/sql/facts';
import type { TypeOf } from '@/lib/sql/print-engine';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledDerivation, CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { acrossInputs } from './across-inputs';
import { isNotNull } from './build';
import { typesOfInputs } from './input-types';
import { isConstantly } from './known-value';
import { land } from './land';
import { chainStrengths, type StayReason, type Strength } from './placement';
import { readSafely } from './read-safely';
import { rulesIn } from './rules-in';
import { spellPlainly } from './spell';
import { spellCodes } from './spell-codes';
import { isOffBorder } from './spell-days';
import { spellExtremes } from './spell-extremes';
import { isInNoWhole, isUnsolvable } from './spell-numbers';
import { aliasesIn, substituteInputs, withoutAlias } from './substitute';
import { type Parts, throughGroup } from './through-group';

/** A rule over one of an entity's inputs that stands for the entity's own, wholly or with its siblings. */
type MovedRule = { entity: CompiledEntity; predicate: Expression; strength: Strength; sameRows: boolean };

/**
 * One hop to the left. Either every part of the rule moves to an input, or none does: the parts that could go alone would
 * not add up to it. `source` is where its columns come out of a table, and there is no product further left. `warnings`
 * hold wherever the rule does, and are worth having early when it stays.
 */
export type Move =
  | { kind: 'moved'; rules: MovedRule[] }
  | { kind: 'stays'; reason: StayReason; warnings: MovedRule[] }
  | { kind: 'source' };

export function moveRule(lineage: Lineage, entity: CompiledEntity, rule: Expression): Move {
  const { derivation } = entity;
  if (!derivation) return stays('unbound');
  const substituted = substituteInputs(entity, rule);
  if (substituted.tree === null) return stays(substituted.reason);
  const parts = plainParts(lineage, entity, derivation, substituted.tree);
  if (typeof parts === 'string') return stays(parts);

  const moved: MovedRule[] = [];
  let reachesTable = false;
  for (const { rule: part, strength } of parts) {
    const input = inputOf(derivation, part);
    if (!input) return stays('two-inputs');
    if (input.kind === 'table') {
      reachesTable = true;
      continue;
    }
    const landed = land(entity, derivation, input, part);
    if (landed === null) continue;
    const upstream = lineage.entity(input.ref);
    if (typeof landed === 'string') {
      const isWarned = landed === 'looked-up' && strength === 'exact';
      return { kind: 'stays', reason: landed, warnings: isWarned ? warn(lineage, entity, input) : [] };
    }
    const chained = chainStrengths(strength, landed.strength);
    if (!upstream || chained === null) return stays(upstream ? 'cannot-tell' : 'unbound');
    const predicate = withoutAlias(landed.predicate);
    moved.push({ entity: upstream, predicate, strength: chained, sameRows: landed.sameRows });
  }
  return reachesTable ? { kind: 'source' } : { kind: 'moved', rules: moved };
}

function stays(reason: StayReason): Move {
  return { kind: 'stays', reason, warnings: [] };
}

type Part = { rule: Expression; strength: Strength };

/** That a column is there cannot be said more plainly, and is most of what is placed: it is asked of every key. */
function plainParts(
  lineage: Lineage,
  entity: CompiledEntity,
  derivation: CompiledDerivation,
  rule: Expression,
): Part[] | StayReason {
  if (rule.kind === 'test' && rule.test === 'null' && rule.negated && rule.operand.kind === 'column')
    return rule.operand.qualifier === null ? 'cannot-tell' : [{ rule, strength: 'exact' }];
  const typeOf = typesOfInputs(lineage, entity);
  const plain = spellPlainly(rule, typeOf);
  return isDeterministic(plain) ? partsOf(plain, derivation, typeOf) : 'changes';
}

/** The rule over the inputs, as parts that each speak of one of them; what every row keeps is left out. */
function partsOf(tree: Expression, derivation: CompiledDerivation, typeOf: TypeOf): Part[] | StayReason {
  const parts: Part[] = [];
  for (const rule of rulesIn(tree).flatMap((each) => rulesIn(spellExtremes(each) ?? each))) {
    if (!hasAggregate(rule)) {
      parts.push({ rule, strength: 'exact' });
      continue;
    }
    // Without groups there is one result even when there are no rows, of which no row can speak.
    const rows = derivation.groupBy.length === 0 ? 'many-rows' : throughGroup(rule, typeOf);
    if (typeof rows === 'string') return rows;
    parts.push(...rows.rules.map((each) => ({ rule: each, strength: rows.strength })));
  }
  return splitByInput(parts, typeOf);
}

const PARTS_MAX = 32;

function splitByInput(parts: readonly Part[], typeOf: TypeOf): Part[] | StayReason {
  const found: Part[] = [];
  const open = [...parts];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (found.length + open.length > PARTS_MAX) return 'too-long';
    const plain = spellPlainly(part.rule, typeOf);
    const rules = rulesIn(spellCodes(plain) ?? spellExtremes(plain) ?? plain);
    const [only] = rules;
    if (!only || rules.length > 1) {
      open.push(...rules.map((rule) => ({ ...part, rule })));
      continue;
    }
    if (isConstantly(only, true)) continue;
    if (isConstantly(only, false) || isImpossible(only, typeOf)) return 'never';
    const aliases = aliasesIn(only);
    if (aliases.length === 0) return 'cannot-tell';
    if (aliases.length === 1) {
      found.push({ ...part, rule: readSafely(only, typeOf) });
      continue;
    }
    const split: Parts | StayReason = acrossInputs(only);
    if (typeof split === 'string') return split;
    const strength = chainStrengths(part.strength, split.strength);
    if (strength === null) return 'cannot-tell';
    open.push(...split.rules.map((rule) => ({ rule, strength })));
  }
  return found;
}

/** Only null could keep it: `2 * s = 5`, or a day of the month that a first of the month should be. */
function isImpossible(rule: Expression, typeOf: TypeOf): boolean {
  if (rule.kind === 'in') return isInNoWhole(rule, typeOf);
  return rule.kind === 'comparison' && (isUnsolvable(rule, typeOf) || isOffBorder(rule, typeOf));
}

function inputOf(derivation: CompiledDerivation, part: Expression): CompiledInput | null {
  const [alias] = aliasesIn(part);
  return derivation.inputs.find((input) => input.alias === alias) ?? null;
}

/** What is looked up is there only where the key to look it up by is: the part of the rule that the kept side can see. */
function warn(lineage: Lineage, entity: CompiledEntity, input: CompiledInput): MovedRule[] {
  const { derivation } = entity;
  if (!derivation || input.on === null) return [];
  return conjunctsOf(input.on).flatMap((condition) => {
    if (condition.kind !== 'comparison' || condition.operator !== '=') return [];
    return [condition.left, condition.right].flatMap((side): MovedRule[] => {
      const [alias, ...others] = aliasesIn(side);
      const kept = derivation.inputs.find((each) => each.alias === alias);
      const upstream = kept?.join === 'from' && kept.kind === 'entity' ? lineage.entity(kept.ref) : null;
      if (!upstream || !kept || others.length > 0 || side.kind !== 'column') return [];
      const landed = land(entity, derivation, kept, isNotNull(side));
      if (landed === null || typeof landed === 'string' || landed.strength !== 'exact') return [];
      const predicate = withoutAlias(landed.predicate);
      return [{ entity: upstream, predicate, strength: 'necessary', sameRows: landed.sameRows }];
    });
  });
}
