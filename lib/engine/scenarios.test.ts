import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { Scenario, toWorkspace } from './__scenarios__/scenario';
import { tellPlan } from './__scenarios__/tell-plan';
import { planPush } from './push/plan-push';

const folder = new URL('./__scenarios__/', import.meta.url);

describe('scenarios', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
    const scenario = Scenario.parse(load(readFileSync(new URL(file, folder), 'utf8')));
    test(`${file}: ${scenario.about}`, () => {
      const { snapshot, consumers } = toWorkspace(scenario);
      const plan = planPush(snapshot, consumers);
      if (!plan.ok) throw new Error(JSON.stringify(plan.error));
      expect(tellPlan(plan.value, scenario.show)).toEqual(scenario.want);
    });
  }
});
