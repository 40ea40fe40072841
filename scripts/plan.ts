/**
 * `npm run --silent plan -- FILE.yaml [--consumer KEY] [--json]`: the engine on a workspace file, without a server or a
 * database. Exit 0: a plan; 1: a plan with something missing, conflicting or infeasible; 2: the file is refused. A warning
 * can be lived with.
 */
import { ok } from '@/lib/base/result';
import { findIdleHouseRules } from '@/lib/engine/push/find-idle-house-rules';
import { planNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import { printPlan } from '@/lib/engine/push/print-plan';
import { runOnWorkspace } from './run-on-workspace';

const UNMET = new Set(['missing', 'conflict', 'infeasible']);

process.exitCode = runOnWorkspace(
  {
    name: 'plan',
    compute(snapshot, consumers) {
      const plan = planPush(snapshot, consumers);
      if (!plan.ok) return plan;
      const productIssues = findIdleHouseRules(snapshot, plan.value);
      return productIssues.length === 0 ? plan : ok({ ...plan.value, productIssues });
    },
    print: (plan, snapshot) => printPlan(plan, planNames(snapshot)),
    exit: ({ requirements, conflicts }) =>
      requirements.some((row) => UNMET.has(row.verdict)) || conflicts.some(({ severity }) => severity !== 'warning')
        ? 1
        : 0,
  },
  process.argv.slice(2),
);
