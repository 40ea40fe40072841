import type { ExpectationRule } from '@/lib/model/rule';

/** A rule of one kind. */
export type RuleOf<R extends ExpectationRule['rule']> = Extract<ExpectationRule, { rule: R }>;
/** The hands of fields that write a rule: a visit to a field is one step of undo. */
export type RuleGesture = {
  onChange: (rule: ExpectationRule) => void;
  onStart: () => void;
  onEnd: () => void;
  isDisabled: boolean;
};
