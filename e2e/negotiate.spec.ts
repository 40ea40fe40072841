import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { expectNoBarrier } from './barriers';
import { withOwnProduct as test } from './with-own-product';

/** What is asked is not always what is given: the two sides find each other, and both names stand under what they found. */
test.describe.configure({ mode: 'serial' });
const CUSTOMER_360 = '/inbox?ask=cdp-retention~agg-customer-360';
const ORDER_ECONOMICS = '/inbox?ask=cdp-retention~agg-order-economics';
const headers = { 'sec-fetch-site': 'same-origin' };

test('an engineer offers less and sees what it does; the analyst agrees, and both names stand', async ({ page }) => {
  await askToBe(page, 800);
  await actAs(page, 'bruno');
  await page.goto(CUSTOMER_360);
  const ask = page.getByRole('article');
  await ask.getByRole('button', { name: 'Offer something else' }).click();
  const offer = page.getByRole('dialog', { name: 'Offer something else for this line' });
  const foreseen = offer.getByRole('region', { name: 'What it would do' });

  await offer.getByRole('textbox', { name: 'Offer instead' }).fill('12 h');
  await expect(foreseen).toContainText('That is as much as is asked, or more');
  await offer.getByRole('textbox', { name: 'Offer instead' }).fill('24 h');
  await expect(foreseen).toContainText(/24 h instead of 13 h 20: .+ become 24 h old; it breaks what Retention was/);
  await expect(foreseen).toContainText('freshness on model: 13 h 20 stated, becomes 24 h');
  await expectNoBarrier(page, 'something else being offered', '[role=dialog]');
  await offer.getByRole('button', { name: 'Offer it' }).click();
  await expect(offer).toContainText('Say why. It is the only thing they have to go on.');
  await expect(offer.getByRole('textbox', { name: 'Offer instead' })).toHaveValue('24 h');
  await offer.getByRole('textbox', { name: 'Reason' }).fill('The shop closes its day at midnight');
  await offer.getByRole('button', { name: 'Offer it' }).click();
  await expect(ask).toContainText('24 h instead of 13 h 20, offered by Bruno Lima');
  await expect(ask).toContainText('Waits for an answer');
  await expect(ask.getByRole('button', { name: /^(?:Accept|Agree)/ })).toHaveCount(0);

  await page.goto(ORDER_ECONOMICS);
  await expect(ask.getByRole('link', { name: 'Customer 360', exact: true })).toBeVisible();
  await expect(ask).toContainText('Waits on Customer 360');

  await actAs(page, 'ana');
  await page.goto('/inbox');
  const mine = page.getByRole('region', { name: 'Waits for your answer' });
  await mine.getByRole('button', { name: /Customer 360/ }).click();
  await expect(ask).toContainText('The shop closes its day at midnight');
  await expect(ask.getByRole('region', { name: 'What it would do' })).toContainText('it breaks what Retention was');
  await ask.getByRole('button', { name: /^Agree/ }).click();
  await expect(ask).toContainText('Agreed: 24 h instead of 13 h 20, offered by Bruno Lima, agreed to by Ana Souza');
  const history = ask.getByRole('region', { name: 'Decisions' });
  await expect(history).toContainText('Bruno Lima offered something else for 1 line: 24 h');
  await expect(history).toContainText('Ana Souza agreed to what was offered for 1 line');
  await expect(mine).toHaveCount(0);

  // What is asked further upstream follows from the agreement by itself: Order economics keeps that already.
  await page.goto(ORDER_ECONOMICS);
  await expect(ask).toContainText('Covered');
  await expect(ask).not.toContainText('Waits on');
});

test('asking for more voids what was agreed; another is put off until a day, by keyboard, and waits apart', async ({
  page,
}) => {
  await askToBe(page, 799);
  await actAs(page, 'bruno');
  await page.goto(ORDER_ECONOMICS);
  const ask = page.getByRole('article');
  await expect(ask.getByRole('button', { name: /^Accept/ })).toBeVisible();
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog', { name: /^Put off/ });
  await dialog.getByRole('textbox', { name: 'Until' }).fill('2099-01-31');
  await dialog.getByRole('textbox', { name: /^Why/ }).fill('After the winter sale');
  await page.keyboard.press('Control+Enter');
  await expect(ask).toContainText('Put off until Jan 31');
  await expect(page.getByRole('region', { name: 'Asks' })).toContainText('Waits for others, or for a day');
  await expect(ask.getByRole('button', { name: /^Accept/ })).toBeVisible();
});

test('many are accepted at once, in one name', async ({ page }) => {
  await askToBe(page, 797);
  await actAs(page, 'bruno');
  await page.goto('/inbox');
  const list = page.getByRole('region', { name: 'Asks' });
  await list.getByRole('checkbox', { name: /^Select Customer 360: / }).check();
  await list.getByRole('checkbox', { name: /^Select Order economics: / }).check();
  const bar = page.getByRole('toolbar', { name: 'Selected asks' });
  await expect(bar).toContainText('2 asks selected');
  await bar.getByRole('button', { name: 'Accept 2' }).click();
  await expect(bar).toHaveCount(0);
  for (const address of [CUSTOMER_360, ORDER_ECONOMICS]) {
    await page.goto(address);
    await expect(page.getByRole('article')).toContainText('Accepted by Bruno Lima');
  }
});

/** Ana needs her model this fresh, and sends it upstream. */
async function askToBe(page: Page, maxMinutes: number): Promise<void> {
  await actAs(page, 'ana');
  const product = '/api/v1/products/cdp-retention';
  const draft = await (await page.request.get(`${product}/draft`)).json();
  const put = draft.records
    .filter((record: { kind: string; rule?: { rule: string } }) => record.rule?.rule === 'freshness')
    .map((record: object) => ({ ...record, rule: { rule: 'freshness', maxMinutes } }));
  const saved = await page.request.patch(`${product}/draft`, {
    data: { put, remove: [] },
    headers: { ...headers, 'if-match': `"r${draft.revision}"` },
  });
  const { revision } = await saved.json();
  const { fingerprint } = await (await page.request.post(`${product}/preview`, { data: {}, headers })).json();
  const sent = await page.request.post(`${product}/send`, {
    data: { reason: 'Win-back goes out before lunch', fingerprint },
    headers: { ...headers, 'if-match': `"r${revision}"`, 'idempotency-key': randomUUID() },
  });
  expect(sent.status()).toBe(201);
}
