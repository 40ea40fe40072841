import { expect, test } from 'vitest';
import { z } from 'zod';
import { Plan } from './plan';

test('the published schema of a plan is the one the engine keeps', async () => {
  const schema = z.toJSONSchema(Plan, { target: 'draft-2020-12' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../docs/plan.schema.json');
});
