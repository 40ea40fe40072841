import { indexModel, recordOf } from '@/lib/model/model-index';
import { isEqualNormalised } from '@/lib/sql/normalise';
import { parseExpression } from '@/lib/sql/parse';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { Requirement } from '../plan';
import { roundOff } from '../round-off';
import { findTableColumn } from '../supply/find-table-column';
import type { AskedRow } from './asked-row';
import { isContradiction, isLess } from './merge-validity';
import { readValidity, type Scalar, type ValidityValue } from './validity-value';

type Judgement = Pick<Requirement, 'verdict' | 'supply' | 'slack'>;

const UNKNOWN: Judgement = { verdict: 'missing', supply: null, slack: null };

/**
 * A rule about values is kept where the owner's own model states it, or something stricter, or where the inventory's
 * numbers leave no room for a break; it is weaker where either says so. Nobody else's word counts, and what nobody has
 * counted is missing.
 */
export function judgeValidity(lineage: Lineage, row: AskedRow): Judgement {
  if (isContradiction(row.value)) return { verdict: 'conflict', supply: null, slack: null };
  const [entityName = '', attribute = null] = row.target?.split('.', 2) ?? [];
  const entity = lineage.entity(`${row.product}.${entityName}`);
  if (!entity) return UNKNOWN;
  const wanted = readValidity(row.value);
  const own = ownRules(lineage, row.product, entity, attribute);
  switch (kindOf(row)) {
    case 'not-null':
      return judgePresence(lineage, entity, attribute, own, wanted);
    case 'in-set':
      return wanted.includes ? judgeIncludes(own, wanted.includes) : judgeSet(lineage, entity, attribute, own, wanted);
    case 'range':
      return judgeRange(own, wanted);
    case 'pattern':
      return own.some(({ rule }) => rule.rule === 'pattern' && rule.regex === wanted.regex)
        ? { verdict: 'met', supply: { regex: wanted.regex }, slack: null }
        : UNKNOWN;
    default:
      return judgeCondition(lineage, row.product, entity, wanted);
  }
}

function kindOf({ rule }: AskedRow): string {
  return rule?.split(':', 1)[0] ?? '';
}

function met(supply: Requirement['supply']): Judgement {
  return { verdict: 'met', supply, slack: null };
}

function ownRules(lineage: Lineage, product: string, entity: CompiledEntity, attribute: string | null) {
  const model = lineage.product(product)?.model;
  const id = attribute === null ? entity.record.id : entity.attributes.get(attribute)?.record.id;
  if (!model || id === undefined) return [];
  return indexModel(model).byKind.expectation.filter(({ onId, origin }) => onId === id && origin === 'stated');
}

type Own = ReturnType<typeof ownRules>;

function judgePresence(
  lineage: Lineage,
  entity: CompiledEntity,
  attribute: string | null,
  own: Own,
  wanted: ValidityValue,
): Judgement {
  const isStated = own.some(
    ({ rule }) => rule.rule === 'not-null' && (rule.when === undefined || isSameCondition(rule.when, wanted.when)),
  );
  const name = attribute ?? '';
  if (isStated || entity.attributes.get(name)?.record.nullable === false) return met({ nulls: 0 });
  const counted = findTableColumn(lineage, entity, name);
  if (!counted) return UNKNOWN;
  const { nulls } = counted.column;
  if (nulls === 0) return met({ nulls });
  // Which rows the nulls are in is not counted.
  return wanted.when === undefined ? { verdict: 'tighten', supply: { nulls }, slack: null } : UNKNOWN;
}

function isSameCondition(a: string, b: string | undefined): boolean {
  const [one, other] = [parseExpression(a), parseExpression(b ?? 'true')];
  return one.ok && other.ok && isEqualNormalised(one.value, other.value);
}

function statedValues(own: Own): Scalar[] | null {
  return own.flatMap(({ rule }) => (rule.rule === 'in-set' ? [rule.values] : []))[0] ?? null;
}

function judgeSet(
  lineage: Lineage,
  entity: CompiledEntity,
  attribute: string | null,
  own: Own,
  { values = [], when }: ValidityValue,
): Judgement {
  const offered = statedValues(own);
  if (offered) {
    if (offered.every((value) => values.includes(value))) return met({ values: offered });
    const isDisjoint = when === undefined && !offered.some((value) => values.includes(value));
    return { verdict: isDisjoint ? 'conflict' : 'tighten', supply: { values: offered }, slack: null };
  }
  const distinct = findTableColumn(lineage, entity, attribute ?? '')?.column.distinct ?? null;
  if (distinct === null || distinct <= values.length || when !== undefined) return UNKNOWN;
  return { verdict: 'tighten', supply: { distinct }, slack: null };
}

/** A value outside the stated set can never come: the metric that filters by it would count nothing. */
function judgeIncludes(own: Own, includes: readonly Scalar[]): Judgement {
  const offered = statedValues(own);
  if (!offered) return UNKNOWN;
  if (includes.every((value) => offered.includes(value))) return met({ values: offered });
  return { verdict: 'conflict', supply: { values: offered }, slack: null };
}

function judgeRange(own: Own, { min, max, when }: ValidityValue): Judgement {
  const stated = own.flatMap(({ rule }) => (rule.rule === 'range' ? [rule] : []))[0];
  if (!stated) return UNKNOWN;
  const supply = {
    ...(stated.min === undefined ? {} : { min: stated.min }),
    ...(stated.max === undefined ? {} : { max: stated.max }),
  };
  const isAbove = min === undefined || (stated.min !== undefined && !isLess(stated.min, min));
  const isBelow = max === undefined || (stated.max !== undefined && !isLess(max, stated.max));
  if (isAbove && isBelow) return met(supply);
  const isApart =
    (min !== undefined && stated.max !== undefined && isLess(stated.max, min)) ||
    (max !== undefined && stated.min !== undefined && isLess(max, stated.min));
  return { verdict: isApart && when === undefined ? 'conflict' : 'tighten', supply, slack: null };
}

function judgeCondition(
  lineage: Lineage,
  product: string,
  entity: CompiledEntity,
  { condition = '', min = 1 }: ValidityValue,
): Judgement {
  const model = lineage.product(product)?.model;
  if (!model) return UNKNOWN;
  const shares = indexModel(model).byKind.expectation.flatMap(({ rule, onId, origin }) => {
    const at = recordOf(model, 'attribute', onId)?.entityId ?? onId;
    if (rule.rule !== 'holds' || origin !== 'stated' || at !== entity.record.id) return [];
    return isSameCondition(rule.condition, condition) ? [rule.min ?? 1] : [];
  });
  if (shares.length === 0) return UNKNOWN;
  const offered = Math.max(...shares);
  const slack = roundOff(offered - Number(min));
  return { verdict: slack >= 0 ? 'met' : 'tighten', supply: { min: offered }, slack };
}
