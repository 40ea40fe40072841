import { canonicalJson } from '@/lib/base/canonical-json';
import type { ExpectationRule } from './rule';

/** What became of a demand: it asks for more, for less, for the same, or for something that is neither. */
export type RuleChange = 'tightened' | 'loosened' | 'same' | 'changed';

/**
 * Compares two rules as demands. Only where every value that satisfies one satisfies the other is it called tighter or
 * looser; a rule about something else is simply changed.
 */
export function compareRules(before: ExpectationRule, after: ExpectationRule): RuleChange {
  if (canonicalJson(before) === canonicalJson(after)) return 'same';
  if (before.rule === 'in-set' && after.rule === 'in-set') return compareSets(before.values, after.values);
  const [was, is] = [limitsOf(before), limitsOf(after)];
  if (was === null || is === null || canonicalJson(was.about) !== canonicalJson(is.about)) return 'changed';
  const steps = new Set(is.atMost.map((limit, at) => stepOf(was.atMost[at] ?? Number.POSITIVE_INFINITY, limit)));
  steps.delete('same');
  const [only, second] = steps;
  if (only === undefined) return 'same';
  return second === undefined ? only : 'changed';
}

type Scalar = string | number | boolean;

function compareSets(before: readonly Scalar[], after: readonly Scalar[]): RuleChange {
  const isKept = before.every((value) => after.includes(value));
  const isOld = after.every((value) => before.includes(value));
  if (isKept) return isOld ? 'same' : 'loosened';
  return isOld ? 'tightened' : 'changed';
}

/** A demand as what it is about, and numbers that grow stricter as they fall. */
type Limits = { about: unknown; atMost: number[] };

function limitsOf(rule: ExpectationRule): Limits | null {
  switch (rule.rule) {
    case 'freshness':
      return { about: rule.rule, atMost: [rule.maxMinutes] };
    case 'availability':
      return { about: rule.rule, atMost: [-rule.min] };
    case 'history':
      return { about: rule.rule, atMost: [-rule.days] };
    case 'deadline': {
      const { at, dayOffset = 0, timezone } = rule;
      const [hours = 0, minutes = 0] = at.split(':').map(Number);
      return { about: { rule: rule.rule, timezone }, atMost: [dayOffset * 1440 + hours * 60 + minutes] };
    }
    case 'completeness': {
      const { min, of = 'rows', ...about } = rule;
      return { about: { ...about, of }, atMost: [-min] };
    }
    case 'reference':
      return { about: rule.rule, atMost: [rule.maxOrphans ?? 0] };
    case 'holds':
      return { about: [rule.rule, rule.condition], atMost: [-(rule.min ?? 1)] };
    case 'reconcile': {
      const { within, ...about } = rule;
      return { about, atMost: [within] };
    }
    case 'volume': {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, ...about } = rule;
      return { about, atMost: [max, -min] };
    }
    case 'range': {
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = rule;
      return typeof min === 'number' && typeof max === 'number' ? { about: rule.rule, atMost: [max, -min] } : null;
    }
    default:
      return null;
  }
}

function stepOf(was: number, is: number): RuleChange {
  if (is === was) return 'same';
  return is < was ? 'tightened' : 'loosened';
}
