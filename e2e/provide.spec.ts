import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { expectNoBarrier } from './barriers';
import { withOwnProduct as test } from './with-own-product';

test.use({ alone: 'provide' });

const HEADERS = { 'sec-fetch-site': 'same-origin' };
const RETENTION = '/api/v1/products/cdp-retention';

test('a wish that nobody offers is provided by hand, and the next team is asked by itself', async ({ page }) => {
  await test.step('an analyst wishes for instalments, which nobody offers', () => wishFor(page, 'Instalments'));

  await test.step('the engineer finds the ask and opens where it could come from', async () => {
    await actAs(page, 'bruno');
    await page.goto('/inbox?ask=cdp-retention~agg-customer-360~order');
    const missing = page.getByRole('region', { name: 'Nobody offers this yet' });
    await expect(missing).toContainText(/instalments/i);
    await missing.getByRole('button', { name: 'Provide it' }).click();
    await expect(missing.getByText('Where does Instalments come from?')).toBeVisible();
    await expect(missing.getByRole('region', { name: 'Order in Customer 360' })).toContainText(
      'agg-order-economics.order',
    );
  });

  const missing = page.getByRole('region', { name: 'Nobody offers this yet' });
  await test.step('payments are the likely origin; joined by the order number they would count twice', async () => {
    const best = missing.getByRole('radio', { name: /Payments › Payment › Instalments/ });
    await best.check();
    await expect(missing.getByRole('combobox', { name: 'Key 1 of Order' })).toContainText('Order');
    await expect(missing).toContainText('rows would be counted several times');
    await expect(missing.getByRole('combobox', { name: 'Several rows become' })).toContainText('the highest');
  });

  await test.step('before saving it says who is asked next', async () => {
    const next = missing.getByRole('region', { name: 'What happens next' });
    await expect(next).toContainText('Payments (Payments) has it already');
    await expect(next).toContainText('Payment › Instalments');
    await expectNoBarrier(page, 'where something could come from', 'article');
  });

  await test.step('provided, it is published and accepted in his name', async () => {
    await missing.getByRole('button', { name: 'Provide and publish' }).click();
    await expect(page.getByText(/^Customer 360 provides it now, version \d+/)).toBeVisible();
    await expect(missing).toHaveCount(0);
    await expect(page.getByRole('article')).toContainText('Bruno Lima');
  });

  await test.step('the payments team finds the ask by itself, with the way to who needs it', async () => {
    await actAs(page, 'gil');
    await page.goto('/inbox?ask=cdp-retention~src-payments~payment');
    const ask = page.getByRole('article');
    await expect(ask.getByRole('heading', { level: 2 })).toContainText('Payment');
    await expect(ask).toContainText('Payment › Instalments must be provided');
    await expect(ask).toContainText('through Customer 360');
  });

  await test.step('and its work pack reads the two columns that are needed', async () => {
    await page.goto('/catalog/src-payments');
    const pack = page.getByRole('region', { name: /Work pack/ });
    await pack.getByRole('button', { name: /Query of pay.order_payments/ }).click();
    await expect(pack).toContainText('payment_installments');
    await expect(pack).toContainText('Left out:');
  });
});

test('what no input holds yet is asked further upstream, and is taken on in the name of who asks', async ({ page }) => {
  await wishFor(page, 'Gift wraps');
  await actAs(page, 'bruno');
  await page.goto('/inbox?ask=cdp-retention~agg-customer-360~order');
  const ask = page.getByRole('article');
  const missing = page.getByRole('region', { name: 'Nobody offers this yet' });
  await missing
    .getByRole('listitem')
    .filter({ hasText: 'Order › Gift wraps must be provided' })
    .getByRole('button', { name: 'Provide it' })
    .click();
  await missing.getByRole('radio', { name: 'Ask further upstream' }).click();
  const publish = missing.getByRole('button', { name: 'Ask further and publish' });
  await expect(publish).toBeDisabled();
  await missing.getByRole('textbox', { name: 'Find an input' }).fill('payment');
  await missing.getByRole('combobox', { name: 'Ask for it in' }).click();
  await page.getByRole('option', { name: 'Payments › Payment' }).click();
  await expect(missing.getByRole('combobox', { name: 'Key 1 of Order' })).toContainText('Order');
  const next = missing.getByRole('region', { name: 'What happens next' });
  await expect(next).toContainText('Payments (Payments) is asked');
  await expect(next).toContainText('Payment › Gift wraps must be provided');
  await publish.click();
  await expect(page.getByText('Payments is asked for it now')).toBeVisible();
  await expect(ask.getByRole('region', { name: 'Decisions' })).toContainText('Bruno Lima accepted 1 line');

  await actAs(page, 'gil');
  await page.goto('/inbox?ask=cdp-retention~src-payments~payment');
  await expect(ask).toContainText('through Bruno Lima’s change of Customer 360');
  await expect(missing).toContainText('Payment › Gift wraps must be provided');
  await expect(missing.getByRole('button', { name: 'Provide it' })).toBeVisible();
});

/** Draws a field that comes from nowhere and a metric on it, and sends it upstream. */
async function wishFor(page: Page, label: string): Promise<void> {
  const name = label.toLowerCase().replace(/ /g, '_');
  await actAs(page, 'ana');
  const read = async () => (await page.request.get(`${RETENTION}/draft`)).json();
  const draft = await read();
  const records: { id: string; kind: string; name?: string; entityId?: string; role?: string }[] = draft.records;
  const order = records.find(({ kind, name }) => kind === 'entity' && name === 'order');
  const time = records.find(
    ({ kind, entityId, role }) => kind === 'attribute' && entityId === order?.id && role === 'time',
  );
  expect(order && time).toBeTruthy();
  const named = { order: 99, label: `Most ${label}`, description: null, unit: null };
  const put = [
    {
      ...named,
      kind: 'attribute',
      id: `wish-${name}`,
      entityId: order?.id,
      name,
      label,
      synonyms: [],
      type: 'integer',
      role: 'number',
      classification: null,
      nullable: true,
      expression: null,
    },
    {
      kind: 'measure',
      id: `${name}-measure`,
      order: 99,
      entityId: order?.id,
      name: `most_${name}`,
      label: null,
      aggregation: 'max',
      expression: name,
      percentile: null,
      filter: null,
      segmentIds: [],
      behaviour: 'unit',
      unit: null,
      emptyAs: null,
    },
    {
      kind: 'metric',
      id: `${name}-metric`,
      order: 99,
      name: `most_${name}`,
      label: `Most ${label}`,
      definition: null,
      formula: { kind: 'simple', measureId: `${name}-measure` },
      timeAttributeId: time?.id,
      grain: null,
      sliceIds: [],
      segmentIds: [],
      filter: null,
      direction: null,
      target: null,
      unit: null,
      owner: null,
    },
  ];
  const saved = await page.request.patch(`${RETENTION}/draft`, {
    data: { put, remove: [] },
    headers: { ...HEADERS, 'if-match': `"r${draft.revision}"` },
  });
  expect(saved.status()).toBe(200);
  const preview = await page.request.post(`${RETENTION}/preview`, { data: {}, headers: HEADERS });
  const { fingerprint } = await preview.json();
  const { revision } = await read();
  const sent = await page.request.post(`${RETENTION}/send`, {
    data: { reason: `Churn by ${name}`, fingerprint },
    headers: { ...HEADERS, 'if-match': `"r${revision}"`, 'idempotency-key': `wish-${name}-${Date.now()}` },
  });
  expect(sent.status()).toBe(201);
}
