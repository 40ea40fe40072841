import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { ChangeScenario, toBeforeAndAfter } from '../__scenarios__/change-scenario';
import { type Plan, RequirementKind } from '../plan';
import { explainRequirement } from './explain';
import { type PlanNames, planNames } from './plan-names';
import { planPush } from './plan-push';

/**
 * Sentences that people have read aloud: each must tell an engineer what to do and an analyst why. A workspace is a sample,
 * or a sample after one of the change requests; a row is named by its product, target, kind and rule.
 */
const Golden = z.strictObject({
  workspace: z.string(),
  row: z.strictObject({
    product: z.string(),
    target: z.string().nullable(),
    kind: RequirementKind,
    rule: z.string().nullable(),
  }),
  field: z.string(),
  plain: z.string(),
});
const GOLDEN = z.array(Golden).parse(load(read('./explain.golden.yaml')));
const PLANS = new Map([...new Set(GOLDEN.map(({ workspace }) => workspace))].map((name) => [name, planned(name)]));

describe('a requirement explained', () => {
  for (const { workspace, row, field, plain } of GOLDEN) {
    test(`${workspace}: ${row.product} ${row.target ?? ''} ${row.kind} ${row.rule ?? ''}`, () => {
      const { plan, names } = PLANS.get(workspace) ?? planned(workspace);
      const found = plan.requirements.find(
        ({ product, target, kind, rule }) =>
          product === row.product && target === row.target && kind === row.kind && rule === row.rule,
      );
      if (!found) throw new Error('the plan has no such row');
      expect(explainRequirement(found, names, 'field')).toBe(field);
      expect(explainRequirement(found, names, 'plain')).toBe(plain);
    });
  }

  test('there are at least thirty, and every kind a plan can ask for is among them', () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(30);
    const kinds = new Set(GOLDEN.map(({ row }) => row.kind));
    const unexplained = RequirementKind.options.filter((kind) => !kinds.has(kind));
    expect(unexplained).toEqual([]);
  });
});

function planned(workspace: string): { plan: Plan; names: PlanNames } {
  const { snapshot, consumers } = openWorkspace(workspace);
  const plan = planPush(snapshot, consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return { plan: plan.value, names: planNames(snapshot) };
}

/** `casa-verde`, or `casa-verde after a-cr1-churn-by-payment`. */
function openWorkspace(workspace: string): { snapshot: WorkspaceSnapshot; consumers: string[] } {
  const [sample = '', change] = workspace.split(' after ');
  const none = { about: '', sample, edits: [], show: [], want: [] };
  const scenario = change ? load(read(`../__scenarios__/changes/${change}.yaml`)) : none;
  const { after, consumers } = toBeforeAndAfter(
    ChangeScenario.parse(scenario),
    read(`../../../samples/${sample}.yaml`),
  );
  return { snapshot: after, consumers };
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
