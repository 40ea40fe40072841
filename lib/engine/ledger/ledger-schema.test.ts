import { expect, test } from 'vitest';
import { z } from 'zod';
import { Ledger } from './ledger';

test('the published schema of a ledger is the one the engine keeps', async () => {
  const schema = z.toJSONSchema(Ledger, { target: 'draft-2020-12' });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../docs/ledger.schema.json');
});
