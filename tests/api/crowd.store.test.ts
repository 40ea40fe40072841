import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draft, DraftSaved } from '@/lib/api/draft';
import { revisionTag } from '@/lib/api/entity-tag';
import { Problem } from '@/lib/api/problem';
import type { Result } from '@/lib/base/result';
import { Role } from '@/lib/catalog/role';
import { joinWorld, openWorld } from '@/lib/db/open-world';
import { countStandingAsks, readStandingAsks } from '@/lib/db/standing-asks';
import type { MetricRecord } from '@/lib/model/records';
import { changeProduct } from '@/lib/services/change-product';
import { keepStep } from '@/lib/services/keep-step';
import { openAsk } from '@/lib/services/open-ask';
import { openDraft } from '@/lib/services/open-draft';
import { planEach } from '@/lib/services/plan-each';
import { planRequirements } from '@/lib/services/plan-requirements';
import { previewPush } from '@/lib/services/preview-push';
import { provideForAsk } from '@/lib/services/provide-attribute';
import { publishUpstream } from '@/lib/services/publish-upstream';
import type { Refusal } from '@/lib/services/refusal';
import { saveDraft } from '@/lib/services/save-draft';
import { sendUpstream } from '@/lib/services/send-upstream';
import type { World } from '@/lib/services/world';
import { RETENTION, Story } from './story';
import { wishForInstalments } from './wish-for-instalments';

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

async function worldOf(person: string): Promise<World> {
  const { db } = story.database;
  const { role, teamKeys: teams, ...rest } = await db.person.findFirstOrThrow({ where: { key: person } });
  return openWorld(db, { ...rest, role: Role.parse(role), teams });
}

test('what was taken back is in no memory', async () => {
  const { db } = story.database;
  const world = await worldOf('ana');
  const { actor } = world;
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

describe('what is planned before others wait is of the state it is written into, whatever happens in between', () => {
  const retention = 'cdp-retention';
  const orders = 'src-orders';
  let minutes = 700;
  /** The world of somebody who is overtaken: what they plan is there before, what they write comes after. */
  const overtaken = (world: World, by: () => Promise<unknown>): World => ({
    ...world,
    write: async (work) => {
      await by();
      return world.write(work);
    },
  });
  const draftOf = async (world: World, product: string) => {
    const draft = await openDraft(world, { product });
    if (!draft.ok) throw new Error(JSON.stringify(draft.error));
    return draft.value;
  };
  const sooner = async () => {
    minutes -= 1;
    await story.tightenTo(minutes);
  };
  const sendAs = async (world: World) => {
    const preview = await previewPush(world, { product: retention, records: null, whatIf: null });
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    const { fingerprint } = preview.value;
    const { revision } = await draftOf(world, retention);
    return { product: retention, revision, reason: 'sooner', fingerprint };
  };
  const slower = async () => {
    const carla = await worldOf('carla');
    const row = await carla.store.product(orders);
    minutes -= 1;
    const change = { promises: { freshnessMinutes: minutes } };
    return { product: orders, rowVersion: row?.rowVersion ?? 0, change };
  };
  /** What would be written if everybody were planned anew: nothing, because it is there. */
  const leftToWrite = async () => {
    const { store, newId } = await worldOf('ana');
    const { snapshot } = await store.snapshot();
    const plans = await planEach(snapshot, await store.pushedConsumers());
    if (!plans.ok) throw new Error('a loop');
    const left = [];
    for (const [consumer, plan] of plans.value) {
      const keeping = { newId, push: 'none', version: 0, consumer };
      const steps = planRequirements(plan.requirements, await store.requirements({ consumer }));
      left.push(...steps.flatMap((step) => keepStep(step, keeping)?.after ?? []));
    }
    return left.map(({ consumer, product, kind, value, verdict }) => ({ consumer, product, kind, value, verdict }));
  };
  const codeOf = <T>(result: Result<T, Refusal>) => (result.ok ? 'done' : result.error.code);
  const send = async (by: () => Promise<unknown>) => {
    const ana = await worldOf('ana');
    await sooner();
    const order = await sendAs(ana);
    return { order, code: codeOf(await sendUpstream(overtaken(ana, by), order)) };
  };
  const changeOrders = async () => codeOf(await changeProduct(await worldOf('carla'), await slower()));

  test('a send after nobody, after a change upstream, after a save, and after itself', async () => {
    const pushes = () => story.database.db.push.count({ where: { product: { key: retention } } });
    expect((await send(async () => {})).code).toBe('done');
    expect(await leftToWrite()).toEqual([]);

    const before = await pushes();
    expect((await send(changeOrders)).code).toBe('plan-changed');
    expect(await leftToWrite()).toEqual([]);
    expect((await send(sooner)).code).toBe('stale-draft');
    const ana = await worldOf('ana');
    const versions = () => story.database.db.modelVersion.count({ where: { product: { key: retention } } });
    await sooner();
    const order = await sendAs(ana);
    const sentBefore = await versions();
    const twice = await sendUpstream(
      overtaken(ana, () => sendUpstream(ana, order)),
      order,
    );
    expect(codeOf(twice)).toBe('plan-changed');
    expect(await versions()).toBe(sentBefore + 1);
    expect(await leftToWrite()).toEqual([]);
    expect(await pushes()).toBeGreaterThan(before);
  });

  test('a change of a product, and a model published upstream, after somebody has sent', async () => {
    const sendFirst = async () => expect((await send(async () => {})).code).toBe('done');
    const carla = await worldOf('carla');
    expect(codeOf(await changeProduct(overtaken(carla, sendFirst), await slower()))).toBe('done');
    expect(await leftToWrite()).toEqual([]);

    const { records, revision } = await draftOf(carla, orders);
    const put = records.flatMap((record) =>
      record.kind === 'attribute' && record.name === 'status' ? [{ ...record, expression: "'paid'" }] : [],
    );
    expect(put).toHaveLength(1);
    expect((await saveDraft(carla, { product: orders, revision, put, remove: [] })).ok).toBe(true);
    const order = { product: orders, revision: revision + 1, reason: 'only what is paid' };
    expect(codeOf(await publishUpstream(overtaken(carla, sendFirst), order))).toBe('done');
    expect(await leftToWrite()).toEqual([]);
    const again = await slower();
    expect(codeOf(await changeProduct(overtaken(carla, changeOrders), again))).toBe('stale-product');
  });

  test('a field that is provided after the wish has changed, after something upstream has, and after it has been provided', async () => {
    const bruno = await worldOf('bruno');
    const ask = 'cdp-retention~agg-customer-360~order';
    const target = 'order.instalments';
    const ref = { ref: 'src-payments.payment', name: 'instalments' };
    const join = { type: 'left' as const, keys: [{ own: 'order_id', other: 'order_id' }] };
    const order = async () => {
      const page = await openAsk(bruno, { ask });
      if (!page.ok) throw new Error(JSON.stringify(page.error));
      const { version } = page.value;
      return { ask, target, version, reason: null, from: { ...ref, join, collapse: 'max' as const } };
    };
    const versions = () => story.database.db.modelVersion.count({ where: { product: { key: 'agg-customer-360' } } });
    const wishes = await wishForInstalments(story);
    await story.save({ put: wishes });
    await story.send('churn by how people pay');

    const first = await order();
    const lessWished = async () => {
      await story.save({ remove: wishes.map(({ id }) => id) });
      await story.send('not by how people pay');
    };
    expect(codeOf(await provideForAsk(overtaken(bruno, lessWished), first))).toBe('stale-ask');
    await story.save({ put: wishes });
    await story.send('by how people pay after all');

    const second = await order();
    const before = await versions();
    const twice = await provideForAsk(
      overtaken(bruno, async () => {
        expect(codeOf(await provideForAsk(overtaken(bruno, changeOrders), second))).toBe('done');
        expect(await leftToWrite()).toEqual([]);
      }),
      second,
    );
    expect(codeOf(twice)).toBe('stale-ask');
    expect(await versions()).toBe(before + 1);
    expect(await leftToWrite()).toEqual([]);
  });
});
