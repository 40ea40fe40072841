import { afterAll, beforeAll, expect, test } from 'vitest';
import { Draft, DraftSaved } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import { Problem } from '@/lib/api/problem';
import { joinWorld, openWorld } from '@/lib/db/open-world';
import { countStandingAsks, readStandingAsks } from '@/lib/db/standing-asks';
import type { MetricRecord } from '@/lib/model/records';
import { openDraft } from '@/lib/services/open-draft';
import { saveDraft } from '@/lib/services/save-draft';
import { RETENTION, Story } from './story';

/** Many at once, over fewer connections than there are of them: what is kept in memory is what the store holds. */
const DRAFT = `${RETENTION}/draft`;
let story: Story;
beforeAll(async () => {
  process.env.DB_POOL = '2';
  story = await Story.begin();
});
afterAll(async () => {
  delete process.env.DB_POOL;
  await story.end();
});

const open = () => story.read(Draft, DRAFT);
const metricsOf = ({ records }: Draft) => records.filter((record) => record.kind === 'metric');

function save(revision: number, put: MetricRecord[]) {
  return story.call('PATCH', DRAFT, { body: { put, remove: [] }, ifMatch: revisionTag(revision) });
}

test('while two tabs save, whoever reads sees each revision as it was acknowledged, and no save is lost', {
  timeout: 120_000,
}, async () => {
  const first = await open();
  const said = new Map<number, { id: string; definition: string }>();
  const tab = async (metric: MetricRecord | undefined, name: string) => {
    if (!metric) throw new Error('a model without metrics');
    let { revision } = first;
    for (let round = 0; round < 6; ) {
      const definition = `${name} ${round}`;
      const { status, body } = await save(revision, [{ ...metric, definition }]);
      if (status === 200) {
        ({ revision } = DraftSaved.parse(body));
        said.set(revision, { id: metric.id, definition });
        round += 1;
      } else revision = Problem.parse(body).revision ?? 0;
    }
  };
  const read: Draft[] = [];
  let isDone = false;
  const reader = async () => {
    while (!isDone) read.push(await open());
  };
  const [one, other] = metricsOf(first);
  const reading = reader();
  await Promise.all([tab(one, 'one'), tab(other, 'other')]);
  isDone = true;
  await reading;
  read.push(await open());

  expect([...said.keys()].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, at) => first.revision + 1 + at),
  );
  expect(read.at(-1)?.revision).toBe(first.revision + 12);
  for (const draft of read) {
    const wanted = new Map(metricsOf(first).map(({ id, definition }) => [id, definition]));
    for (let at = first.revision + 1; at <= draft.revision; at++) {
      const save = said.get(at);
      if (save) wanted.set(save.id, save.definition);
    }
    expect(new Map(metricsOf(draft).map(({ id, definition }) => [id, definition]))).toEqual(wanted);
  }
});

test('fifty at once over two connections are all answered', { timeout: 120_000 }, async () => {
  const addresses = ['/products', '/lineage', '/inbox', '/home', DRAFT, `/comments?subject=product:src-orders`];
  const calls = Array.from({ length: 50 }, (_, at) => story.call('GET', addresses[at % addresses.length] ?? ''));
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses).toEqual(Array.from({ length: 50 }, () => 200));
});

test('what was taken back is in no memory', async () => {
  const { db } = story.database;
  const { id, workspaceId, key, name, teamKeys } = await db.person.findFirstOrThrow({ where: { key: 'ana' } });
  const actor = { id, workspaceId, key, name, role: 'analyst', teams: teamKeys } as const;
  const world = openWorld(db, actor);
  const before = await open();
  const [metric] = metricsOf(before);
  if (!metric) throw new Error('a model without metrics');
  const change = (definition: string) => ({
    product: 'cdp-retention',
    revision: before.revision,
    put: [{ ...metric, definition }],
    remove: [],
  });
  const undone = db.$transaction(async (tx) => {
    const inside = joinWorld(tx, actor);
    expect((await saveDraft(inside, change('never'))).ok).toBe(true);
    const seen = await openDraft(inside, { product: 'cdp-retention' });
    expect(seen.ok && seen.value.revision).toBe(before.revision + 1);
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  expect(await open()).toEqual(before);
  expect((await saveDraft(world, change('kept'))).ok).toBe(true);
  const after = await open();
  expect(after.revision).toBe(before.revision + 1);
  expect(metricsOf(after).find((one) => one.id === metric.id)?.definition).toBe('kept');
});

test('what is kept of asks and of the catalog is what reading all of it anew finds', async () => {
  const { db } = story.database;
  const { id } = await db.workspace.findFirstOrThrow();
  const flat = (standing: Awaited<ReturnType<typeof readStandingAsks>>) =>
    [...standing.values()]
      .flat()
      .map((ask) => JSON.stringify(Object.values(ask)))
      .sort();
  const check = async () => expect(flat(await readStandingAsks(db, id))).toEqual(flat(await countStandingAsks(db, id)));
  await check();
  for (const minutes of [820, 600]) {
    await story.tightenTo(minutes);
    await story.send('to see what is kept');
    await check();
  }
  const { store } = openWorld(db, { id: '', workspaceId: id, key: '', name: '', role: 'admin', teams: [] });
  const kept = await store.snapshot();
  Reflect.deleteProperty(globalThis, 'headwaterSnapshots');
  expect(await store.snapshot()).toEqual(kept);
});

test('a save of more records than one may send is refused in words, and nothing is saved', async () => {
  const before = await open();
  const remove = Array.from({ length: 20_001 }, (_, at) => `record-${at}`);
  const said = { body: { put: [], remove }, ifMatch: revisionTag(before.revision) };
  const refused = await story.refused(422, 'PATCH', DRAFT, said);
  expect(refused.detail).toContain('body.remove');
  expect(await open()).toEqual(before);
});
