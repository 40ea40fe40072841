import type { RecordId } from './records';
import type { ExpectationRule } from './rule';

/** What tells two expectations of one rule apart, short: `a, b`, `min 0, max 9`, `values by revenue, min 0.99`. */
export function ruleText(rule: ExpectationRule, nameOf: (id: RecordId) => string): string {
  switch (rule.rule) {
    case 'unique':
      return (rule.attributes ?? []).map(nameOf).sort().join(', ');
    case 'in-set':
      return rule.values.map(String).join(', ');
    case 'pattern':
      return rule.regex;
    case 'completeness':
      return tell({ ...rule, ...(rule.weight === undefined ? {} : { weight: nameOf(rule.weight) }) });
    case 'reconcile':
      return tell({ ...rule, left: nameOf(rule.left), right: nameOf(rule.right) });
    default:
      return tell(rule);
  }
}

function tell({ rule: _, ...parameters }: { rule: string; [parameter: string]: unknown }): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const [only] = entries;
  if (entries.length === 1 && only && typeof only[1] === 'string') return only[1];
  return entries
    .map(([key, value]) => `${key} ${String(value)}`)
    .sort()
    .join(', ');
}
