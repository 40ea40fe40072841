import { afterAll, beforeAll, expect, test } from 'vitest';
import { AskPage } from '@/lib/api/asks';
import { Draft } from '@/lib/api/draft';
import { versionTag } from '@/lib/api/entity-tag';
import { Events } from '@/lib/api/events';
import { Inbox } from '@/lib/api/inbox';
import { ProductPage } from '@/lib/api/product-page';
import { EntityOptions, Provided, ProvideOptions, ProvisionPreview } from '@/lib/api/provide';
import { aMeasure, aMetric, anEntityWith } from '@/lib/model/factories';
import { Story } from './story';
import { wishForInstalments } from './wish-for-instalments';

const ASK = '/asks/cdp-retention~agg-customer-360~order';
const TARGET = 'order.instalments';
let story: Story;
beforeAll(async () => {
  story = await Story.begin();
  await story.save({ put: await wishForInstalments(story) });
  await story.send('churn by how people pay');
});
afterAll(() => story.end());

const open = () => story.read(AskPage, ASK, 'bruno');
const from = {
  ref: 'src-payments.payment',
  name: 'instalments',
  join: { type: 'left', keys: [{ own: 'order_id', other: 'order_id' }] },
  collapse: 'max',
};
const provide = (as: string, version: number, key: string, body: unknown = { target: TARGET, from }) =>
  story.call('POST', `${ASK}/provide`, { as, body, ifMatch: versionTag(version), key });

test('what nobody offers waits at the team that is best placed', async () => {
  const { lines } = await open();
  expect(lines.find(({ target }) => target === TARGET)).toMatchObject({ state: 'proposed', verdict: 'missing' });
});

test('where it could come from is ranked, with reasons and the keys to join by', async () => {
  const options = await story.read(ProvideOptions, `${ASK}/provide-options?target=${TARGET}`, 'bruno');
  expect(options.wish).toMatchObject({ label: 'Instalments', type: 'integer' });
  const [best] = options.candidates;
  expect(best).toMatchObject({ ref: 'src-payments.payment', name: 'instalments' });
  expect(best?.reasons[0]).toContain('called');
  expect(best?.input).toMatchObject({
    isRead: false,
    keys: [{ own: 'order_id', other: 'order_id' }],
    multiplies: true,
    grain: ['order_id', 'sequence'],
  });
  expect(options.entity.inputs.map(({ ref }) => ref)).toContain('agg-order-economics.order');
  expect(options.others.map(({ ref }) => ref)).not.toContain('cdp-retention.order');
});

test('rows that would be counted twice, strangers and what is not upstream are refused, and nothing is kept', async () => {
  const { version } = await open();
  const refused = async (body: unknown) => {
    const { status, body: problem } = await provide('bruno', version, `no-${JSON.stringify(body).length}-key`, body);
    return [status, problem];
  };
  const told = (words: string) => [422, expect.objectContaining({ detail: expect.stringContaining(words) })];
  expect(await refused({ target: TARGET, from: { ...from, collapse: null } })).toEqual(told('counted several times'));
  expect(await refused({ target: TARGET, from: { ...from, ref: 'cdp-retention.order' } })).toEqual(
    told('cannot be read here'),
  );
  expect(await refused({ target: TARGET, from: { ...from, name: 'colour' } })).toEqual(told('There is no'));
  expect(await refused({ target: TARGET, from: { expression: 'nothing.there' } })).toEqual([
    422,
    expect.objectContaining({ code: 'not-publishable' }),
  ]);
  for (const person of ['ana', 'carla', 'fabio'])
    expect((await provide(person, version, `stranger-${person}`)).status).toBe(403);
  expect((await open()).version).toBe(version);
});

test('before saving it says whom the next hop asks', async () => {
  const body = { target: TARGET, from };
  const preview = ProvisionPreview.parse(
    await story.must(200, 'POST', `${ASK}/provide-preview`, { as: 'bruno', body }),
  );
  const [effect] = preview.effects;
  expect(effect?.consumer.key).toBe('cdp-retention');
  expect(effect?.asked.map(({ product, target }) => `${product.key} ${target}`)).toEqual(
    expect.arrayContaining(['src-payments payment.instalments', 'src-payments payment.order_id']),
  );
  expect(preview.missing).toEqual([]);
  expect((await story.read(ProductPage, '/products/agg-customer-360')).version).toBe(1);
});

test('providing publishes, agrees in a name, and the next hop is asked by itself, once', async () => {
  const { version } = await open();
  const before = await story.database.db.event.count();
  const first = await provide('bruno', version, 'provide-key-1');
  const again = await provide('bruno', version, 'provide-key-1');
  expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true']);
  const provided = Provided.parse(first.body);
  expect(provided.version).toBe(2);
  expect(provided.ask.lines.find(({ target }) => target === TARGET)).toMatchObject({
    state: 'implemented',
    verdict: 'met',
  });
  expect(provided.ask.decisions.map(({ action, by }) => [action, by.key])).toEqual(
    expect.arrayContaining([['accept', 'bruno']]),
  );

  const rows = await story.database.db.requirement.findMany({ where: { productKey: 'src-payments' } });
  expect(rows.map(({ target, kind }) => `${kind} ${target}`)).toContain('attribute payment.instalments');
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['covered']));
  const { events } = await story.read(Events, `/events?since=${before}&limit=100`);
  const kinds = events.map(({ kind }) => kind);
  for (const kind of ['version-published', 'attribute-provided', 'consumer-replanned'] as const)
    expect(kinds.filter((one) => one === kind)).toHaveLength(1);
  expect(events.find(({ kind }) => kind === 'attribute-provided')?.words).toContain(
    'Bruno Lima provided Order › Instalments',
  );
});

test('the team that feeds it finds the ask, and who asked first', async () => {
  const { version } = await open();
  const page = await story.read(AskPage, '/asks/cdp-retention~src-payments~payment');
  expect(page.lines.find(({ target }) => target === 'payment.instalments')?.words).toContain('through Customer 360');
  expect(page.askedBy?.key).toBe('ana');
  expect((await provide('bruno', version - 1, 'late-key-0001')).status).toBe(412);
});

test('a draft somebody was drawing keeps what they drew', async () => {
  const draft = await story.read(Draft, '/products/agg-customer-360/draft', 'bruno');
  expect(draft.records.some((one) => one.kind === 'attribute' && one.name === 'instalments')).toBe(true);
  expect(draft.changedSincePublished).toBe(false);
  const { products } = await story.read(Inbox, '/inbox', 'bruno');
  expect(products.flatMap(({ asks }) => asks).every(({ key }) => key !== 'cdp-retention~src-payments~payment')).toBe(
    true,
  );
});

test('a whole entity nobody offers is made by one act, and what its input lacks is asked there', async () => {
  const id = (name: string) => `settled.${name}`;
  const fields = { order_id: 'string', line: 'integer', instalments: 'integer', booked_at: 'timestamp' } as const;
  const [entity, ...attributes] = anEntityWith('settled', fields, { label: 'Payment settled' });
  if (entity?.kind !== 'entity') throw new Error('the first record is the entity');
  const measure = aMeasure({ entityId: 'settled', name: 'in_parts', aggregation: 'max', expression: 'instalments' });
  const formula = { kind: 'simple', measureId: measure.id } as const;
  await story.save({
    put: [
      { ...entity, grain: [id('order_id'), id('line')] },
      ...attributes,
      measure,
      aMetric({ name: 'most_parts', formula, timeAttributeId: id('booked_at'), owner: 'retention-marketing' }),
    ],
  });
  await story.send('how payments are settled');

  const address = '/asks/cdp-retention~agg-customer-360~settled';
  const options = await story.read(EntityOptions, `${address}/entity-options?target=settled`, 'bruno');
  expect(options.label).toBe('Payment settled');
  expect(options.fields.map(({ name }) => name).sort()).toEqual(['booked_at', 'instalments', 'line', 'order_id']);
  const [best] = options.candidates;
  expect(best).toMatchObject({ ref: 'src-payments.payment', grain: ['order_id', 'sequence'], isTable: false });
  expect(best?.fits).toEqual(expect.arrayContaining([{ field: 'booked_at', name: null }]));

  const from = {
    entity: 'src-payments.payment',
    grain: ['order_id', 'sequence'],
    fields: [
      { name: 'order_id', from: 'order_id' },
      { name: 'line', from: 'sequence' },
      { name: 'instalments', from: 'instalments' },
      { name: 'booked_at', from: null },
    ],
  };
  const { version } = await story.read(AskPage, address, 'bruno');
  const provideAs = (body: object, key: string) =>
    story.call('POST', `${address}/provide`, { as: 'bruno', body, ifMatch: versionTag(version), key });
  for (const [strange, key] of [
    [{ ...from, grain: ['colour'] }, 'strange-grain'],
    [{ ...from, entity: 'cdp-retention.order' }, 'strange-entity'],
    [{ ...from, fields: [{ name: 'colour', from: null }] }, 'strange-field'],
  ] as const)
    expect((await provideAs({ target: 'settled', from: strange }, key)).status).toBe(422);

  const preview = ProvisionPreview.parse(
    await story.must(200, 'POST', `${address}/provide-preview`, { as: 'bruno', body: { target: 'settled', from } }),
  );
  expect(preview.effects[0]?.asked.map(({ product, target }) => `${product.key} ${target}`)).toContain(
    'src-payments payment.booked_at',
  );
  const { status, body } = await provideAs({ target: 'settled', from }, 'settled-key-1');
  expect(status).toBe(200);
  const { ask } = Provided.parse(body);
  const stands = Object.fromEntries(ask.lines.flatMap(({ target, kind, state }) => [[`${kind} ${target}`, state]]));
  expect(stands).toMatchObject({
    'entity settled': 'implemented',
    'attribute settled.order_id': 'implemented',
    'attribute settled.line': 'implemented',
    'attribute settled.instalments': 'implemented',
    'attribute settled.booked_at': 'accepted',
  });
  const next = await story.read(AskPage, '/asks/cdp-retention~src-payments~payment', 'gil');
  expect(next.lines.find(({ target }) => target === 'payment.booked_at')).toMatchObject({
    state: 'proposed',
    verdict: 'missing',
  });
});
