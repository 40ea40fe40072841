import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { Scenario, toWorkspace } from '../__scenarios__/scenario';
import { explainRequirement } from './explain';
import { planNames } from './plan-names';
import { planPush } from './plan-push';

test('a domain is called by its name in both vocabularies', () => {
  const text = readFileSync(new URL('../__scenarios__/k07-what-is-classified.yaml', import.meta.url), 'utf8');
  const { snapshot, consumers } = toWorkspace(Scenario.parse(load(text)));
  const named = { ...snapshot, domains: [{ key: 'logistics', name: 'Ways and Means' }] };
  const plan = planPush(named, consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const city = plan.value.requirements.find(({ rule, target }) => rule === 'stays-in' && target === 'person.city');
  if (!city) throw new Error('nothing stays');
  const [field, plain] = (['field', 'plain'] as const).map((how) => explainRequirement(city, planNames(named), how));
  expect(field).toContain('stays in the domain Ways and Means');
  expect(plain).toContain('is not passed on beyond the domain Ways and Means');
});
