import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { foundWorkspace } from '@/lib/db/found-workspace';
import { openWorld } from '@/lib/db/open-world';
import { planPush } from '@/lib/engine/push/plan-push';
import { exportWorkspace } from '@/lib/services/export-workspace';
import { importWorkspace } from '@/lib/services/import-workspace';
import { previewPush } from '@/lib/services/preview-push';
import type { World } from '@/lib/services/world';
import { type TestDatabase, testDatabase } from '../database';

const SAMPLES = readdirSync('samples').filter((name) => name.endsWith('.yaml'));

describe.each(SAMPLES)('%s, into a workspace that holds nothing', (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
    const administrator = { key: 'ada', name: 'Ada', title: 'Administrator', initials: 'AA', teams: [] };
    const key = name.replace('.yaml', '');
    const actors = await foundWorkspace(database.db, { key, name: key }, [{ ...administrator, role: 'admin' }]);
    const actor = actors.get('ada');
    if (!actor) throw new Error('nobody was founded');
    world = openWorld(database.db, actor);
  });
  afterAll(() => database.drop());

  test('is imported whole, and exported again with the same bytes', async () => {
    const imported = await importWorkspace(world, { text, name });
    expect(imported).toMatchObject({ ok: true });
    expect(await exportWorkspace(world, { isBackup: false })).toMatchObject({ ok: true, value: { text } });
  });

  test('previews for each decision what the engine plans from the file', async () => {
    const file = readWorkspace(text);
    if (!file.ok) throw new Error('the sample does not read');
    const consumers = file.value.products.filter(({ alignment }) => alignment === 'consumer');
    expect(consumers.length).toBeGreaterThan(1);
    for (const { key } of consumers) {
      const preview = await previewPush(world, { product: key, records: null, whatIf: null });
      const plan = planPush(file.value, [key]);
      if (!preview.ok || !plan.ok) throw new Error(`${key} cannot be planned`);
      expect(preview.value.comparison.added).toMatchObject(plan.value.requirements);
      expect(preview.value.plan.scopes).toEqual(plan.value.scopes);
    }
  });
});
