import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { surroundingsOf } from '@/lib/catalog/surroundings';
import { compileLineage } from '@/lib/engine/lineage/compile-lineage';
import type { Plan, PlanChange } from '@/lib/engine/plan';
import { applyChange } from '@/lib/engine/push/apply-change';
import { planConsumer } from '@/lib/engine/push/consumer-demand';
import { planNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import { findIssues } from '@/lib/model/find-issues';
import type { Issue } from '@/lib/model/issue';
import { markModel } from '@/lib/model/mark-model';
import type { ModelDocument } from '@/lib/model/records';
import type { Vocabulary } from '@/lib/model/vocabulary';
import { coverRecords } from './cover-records';
import { describeAsks } from './describe-asks';
import { describeIssues } from './describe-issues';
import { describeStep, type Line } from './describe-lines';
import type { WhoIs } from './named-change';
import { planRequirements, type RequirementStep } from './plan-requirements';
import type { StoredRequirement } from './store';
import { summariseStrip } from './summarise-strip';

export type PreviewFacts = {
  snapshot: WorkspaceSnapshot;
  product: string;
  document: ModelDocument;
  whatIf: PlanChange | null;
  /** What this product has asked before. */
  recorded: readonly StoredRequirement[];
  whoIs: WhoIs;
  vocabulary: Vocabulary;
};
export type Preview = ReturnType<typeof describePreview>;
export type PlannedSend = { preview: Preview; steps: RequirementStep[]; plan: Plan };

/**
 * What sending a model would do, from facts alone: the preview on screen and the push that is written are both this, so
 * nothing is ever sent that was not shown.
 */
export function makePreview(facts: PreviewFacts): Result<PlannedSend, { code: 'lineage-loop'; loop: string[] }> {
  const snapshot = withWhatIf(withModel(facts.snapshot, facts.product, facts.document), facts.whatIf);
  const isConsumer = snapshot.products.some((one) => one.key === facts.product && one.alignment === 'consumer');
  const planned = planPush(snapshot, isConsumer ? [facts.product] : []);
  if (!planned.ok) {
    if (planned.error.code === 'lineage-loop') return refuse(planned.error);
    throw new Error(`planned a consumer that is not there: ${planned.error.consumer}`);
  }
  const plan = planned.value;
  const steps = planRequirements(plan.requirements, facts.recorded);
  return ok({ plan, steps, preview: describePreview(facts, snapshot, plan, steps) });
}

function describePreview(
  facts: PreviewFacts,
  snapshot: WorkspaceSnapshot,
  plan: Plan,
  steps: readonly RequirementStep[],
) {
  const { document, product, vocabulary, whatIf, whoIs } = facts;
  const names = planNames(snapshot);
  /** With what is only tried, because that is what the plan answers. */
  const lookedAt = snapshot.products.find(({ key }) => key === product)?.model ?? document;
  const lines = steps.map((step) => describeStep(step, { names, vocabulary, whoIs }));
  const changed = (change: Line['change']) => lines.filter((line) => line.change === change);
  const { requirements: _, ...told } = plan;
  return {
    plan: told,
    summary: summariseStrip(plan, lookedAt, snapshot, names),
    comparison: {
      added: changed('added'),
      tightened: changed('tightened'),
      relaxed: changed('relaxed'),
      withdrawn: changed('withdrawn'),
      unchanged: changed('unchanged'),
    },
    asks: describeAsks(product, lines, snapshot, { names, vocabulary }).map((ask) => ({
      ...ask,
      lines: ask.lines.map(nameLine),
    })),
    issues: describeIssues(issuesOf(snapshot, product, document), document, vocabulary),
    coverage: coverRecords(document, demandOf(snapshot, product), plan),
    fingerprint: fingerprintPlan(document, plan, steps, whatIf),
  };
}

/** The comparison tells it in full. */
function nameLine({ id, target, kind, rule, state, change }: Line) {
  return {
    ...(id === undefined ? {} : { id }),
    target,
    kind,
    rule,
    state,
    ...(change === undefined ? {} : { change }),
  };
}

/** Two previews with the same one show the same model, ask the same of everybody and change the same. */
function fingerprintPlan(
  document: ModelDocument,
  { requirements }: Plan,
  steps: readonly RequirementStep[],
  whatIf: PlanChange | null,
): string {
  const asked = requirements.map(({ because: _, slack: __, ...row }) => row);
  const changes = steps.map(({ change, row: { product, target, kind, rule } }) => [
    change,
    product,
    target,
    kind,
    rule,
  ]);
  return fingerprint({ document: markModel(document), asked, changes, whatIf });
}

/** Compiling looked for them already, unless what is tried changes the model. */
function issuesOf(snapshot: WorkspaceSnapshot, product: string, document: ModelDocument): readonly Issue[] {
  const compiled = compileLineage(snapshot).product(product);
  if (compiled?.product.model === document) return compiled.issues;
  return findIssues(document, surroundingsOf(snapshot, product));
}

function demandOf(snapshot: WorkspaceSnapshot, product: string) {
  const lineage = compileLineage(snapshot);
  const consumer = lineage.product(product);
  const demand = consumer && planConsumer(lineage, consumer);
  return demand?.ok ? demand.value : null;
}

/** The workspace with another model in one product's place. */
export function withModel(snapshot: WorkspaceSnapshot, key: string, model: ModelDocument): WorkspaceSnapshot {
  return { ...snapshot, products: snapshot.products.map((one) => (one.key === key ? { ...one, model } : one)) };
}

function withWhatIf(snapshot: WorkspaceSnapshot, whatIf: PlanChange | null): WorkspaceSnapshot {
  return whatIf === null ? snapshot : applyChange(snapshot, whatIf);
}
