import { expect, test } from 'vitest';
import { z } from 'zod';
import { Build, Policy, Promises } from '@/lib/catalog/snapshot';
import { ModelRecord } from '@/lib/model/records';
import { ExpectationRule, HouseRule } from '@/lib/model/rule';
import {
  Cause,
  ConsumerPlan,
  Plan,
  PlanChange,
  PlanConflict,
  Repair,
  Requirement,
  RequirementValue,
  Scope,
} from './plan';

/** What stands in the plan in more than one place, or is worth a name of its own. */
const NAMED = {
  Build,
  Cause,
  ConsumerPlan,
  ExpectationRule,
  HouseRule,
  ModelRecord,
  PlanChange,
  PlanConflict,
  Policy,
  Promises,
  Repair,
  Requirement,
  RequirementValue,
  Scope,
};

test('the published schema of a plan is the one the engine keeps, each shape told once', async () => {
  const names = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) names.add(schema, { id });
  const schema = z.toJSONSchema(Plan, { target: 'draft-2020-12', metadata: names });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/plan.schema.json');
});
