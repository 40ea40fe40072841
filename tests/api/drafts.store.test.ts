import { afterAll, beforeAll, expect, test } from 'vitest';
import { Draft, DraftSaved } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import type { ModelRecord } from '@/lib/model/records';
import { RETENTION, Story } from './story';

const DRAFT = `${RETENTION}/draft`;
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

const open = () => story.read(Draft, DRAFT);
const save = (revision: number, change: { put?: ModelRecord[]; remove?: string[] }, as?: string) =>
  story.call('PATCH', DRAFT, {
    body: { put: [], remove: [], ...change },
    ifMatch: revisionTag(revision),
    ...(as ? { as } : {}),
  });

function named(draft: Draft, kind: ModelRecord['kind'], name: string): ModelRecord {
  const found = draft.records.find((record) => record.kind === kind && 'name' in record && record.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}

function relabelled(draft: Draft, name: string, label: string): ModelRecord {
  const record = named(draft, 'metric', name);
  return record.kind === 'metric' ? { ...record, label } : record;
}

test('two tabs on one draft never lose an edit in silence', async () => {
  const before = await open();
  const one = await save(before.revision, { put: [relabelled(before, 'item_revenue', 'Revenue of items')] });
  expect(one.status).toBe(200);

  const second = relabelled(before, 'freight_charged', 'Freight paid');
  const late = await story.refused(412, 'PATCH', DRAFT, {
    body: { put: [second], remove: [] },
    ifMatch: revisionTag(before.revision),
  });
  expect(late).toMatchObject({ code: 'stale', revision: before.revision + 1, detail: expect.stringContaining('Ana') });
  expect(late.changes).toHaveLength(1);
  expect(late.changes?.[0]).toMatchObject({
    revision: before.revision + 1,
    put: [{ label: 'Revenue of items' }],
    remove: [],
    by: { key: 'ana' },
  });

  const merged = await save(late.revision ?? 0, { put: [second] });
  expect(merged.status).toBe(200);
  const after = await open();
  expect(named(after, 'metric', 'item_revenue')).toMatchObject({ label: 'Revenue of items' });
  expect(named(after, 'metric', 'freight_charged')).toMatchObject({ label: 'Freight paid' });
});

test('of many saves of one revision exactly one is taken, and the others see all of them', async () => {
  const { revision, records } = await open();
  const metrics = records.filter((record) => record.kind === 'metric').slice(0, 6);
  const answers = await Promise.all(
    metrics.map((metric, i) => save(revision, { put: [{ ...metric, definition: `said by tab ${i}` }] })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
  expect((await open()).revision).toBe(revision + 1);
});

test('a save names the revision it knows, and one save says one thing about a record', async () => {
  const draft = await open();
  const [record] = draft.records;
  if (!record) throw new Error('an empty draft');
  const body = { put: [record], remove: [record.id] };
  expect((await story.refused(428, 'PATCH', DRAFT, { body })).code).toBe('precondition-required');
  const twice = await story.refused(422, 'PATCH', DRAFT, { body, ifMatch: revisionTag(draft.revision) });
  expect(twice.code).toBe('edit-refused');
  expect(await open()).toEqual(draft);
});

test('only the team that answers for a model saves it', async () => {
  const { revision } = await open();
  const { status, body } = await save(revision, { remove: ['whatever'] }, 'carla');
  expect([status, body]).toEqual([403, expect.objectContaining({ code: 'forbidden' })]);
  expect((await story.read(Draft, DRAFT, 'carla')).canEdit).toBe(false);
  expect((await open()).revision).toBe(revision);
});

test('a draft may be wrong: an unfinished metric is saved, left out of the plan and named', async () => {
  const draft = await open();
  const metric = relabelled(draft, 'item_revenue', 'Revenue of items');
  if (metric.kind !== 'metric') throw new Error('not a metric');
  const unfinished: ModelRecord = { ...metric, formula: { kind: 'simple', measureId: null } };
  expect((await save(draft.revision, { put: [unfinished] })).status).toBe(200);
  const preview = await story.preview();
  expect(preview.issues.map((issue) => [issue.code, issue.at])).toContainEqual(['metric-unfinished', 'item_revenue']);
  expect(preview.plan.consumers[0]?.leftOut).toContain('item_revenue');
  const { revision } = await open();
  const refused = await story.refused(422, 'POST', `${RETENTION}/send`, {
    body: { reason: 'try', fingerprint: preview.fingerprint },
    ifMatch: revisionTag(revision),
    key: 'not-publishable-1',
  });
  expect(refused.code).toBe('not-publishable');
  expect(refused.issues?.map((issue) => issue.code)).toContain('metric-unfinished');
  expect((await save(revision, { put: [metric] })).status).toBe(200);
});

test('moving a box makes no new revision, and the last mover of each record wins', async () => {
  const { revision, records } = await open();
  const [a, b] = records;
  if (!a || !b) throw new Error('an empty draft');
  const move = (positions: Record<string, { x: number; y: number }>) =>
    story.must(204, 'PUT', `${DRAFT}/layout`, { body: { positions } });
  await move({ [a.id]: { x: 1, y: 2 }, [b.id]: { x: 3, y: 4 } });
  await move({ [b.id]: { x: 30, y: 40 } });
  const after = await open();
  expect(after.revision).toBe(revision);
  expect(after.layout.positions).toEqual({ [a.id]: { x: 1, y: 2 }, [b.id]: { x: 30, y: 40 } });
});

test('areas are kept one by one: who saves one loses none of another window, and null takes one away', async () => {
  const [a, b] = (await open()).records;
  if (!a || !b) throw new Error('an empty draft');
  const keep = (areas: unknown, status = 204) =>
    story.must(status, 'PUT', `${DRAFT}/layout`, { body: { positions: {}, areas } });
  const one = { name: 'One', color: 'blue', members: [a.id], isFolded: false };
  const two = { name: 'Two', color: 'rose', members: [b.id], isFolded: true };
  await keep({ one });
  await keep({ two });
  await keep({ one: { ...one, name: 'First' } });
  expect((await open()).layout.areas).toEqual({ one: { ...one, name: 'First' }, two });
  await keep({ one: null });
  await keep({ two: { ...two, color: 'mauve' } }, 422);
  await keep({ two: { ...two, members: [] } }, 422);
  expect((await open()).layout.areas).toEqual({ two });
});

test('a repeated save with a key is answered again and made once', async () => {
  const draft = await open();
  const said = {
    body: { put: [relabelled(draft, 'item_revenue', 'Once only')], remove: [] },
    ifMatch: revisionTag(draft.revision),
    key: 'save-once-1',
  };
  const first = DraftSaved.parse(await story.must(200, 'PATCH', DRAFT, said));
  const second = await story.call('PATCH', DRAFT, said);
  expect([second.status, second.body, second.headers.get('idempotency-replayed')]).toEqual([200, first, 'true']);
  expect((await open()).revision).toBe(draft.revision + 1);
});
