import type { ExpectationRule } from '@/lib/model/rule';

/** How the names in a rule are translated: names to ids on reading, ids to names on writing. */
export type ReferenceMap = {
  attribute: (reference: string) => string;
  measure: (reference: string) => string;
  metric: (reference: string) => string;
};

/** A rule with each of its references translated; SQL text in it is left alone. */
export function mapRuleReferences(rule: ExpectationRule, map: ReferenceMap): ExpectationRule {
  switch (rule.rule) {
    case 'unique':
      return rule.attributes === undefined ? rule : { ...rule, attributes: rule.attributes.map(map.attribute) };
    case 'completeness':
      return rule.weight === undefined ? rule : { ...rule, weight: map.measure(rule.weight) };
    case 'reconcile':
      return { ...rule, left: map.metric(rule.left), right: map.metric(rule.right) };
    default:
      return rule;
  }
}
