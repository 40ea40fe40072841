import { expect, type Locator, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test.use({ alone: 'a-cr1' });

const CUSTOMER_360 = '/inbox?ask=cdp-retention~agg-customer-360';
const ORDERS = `${CUSTOMER_360}~order`;

/**
 * A change request from end to end: churn by how people pay, and win-back within two hours. An analyst, an engineer and
 * an owner, each on their own screens; the payments team is found by the product.
 */
test('churn by payment behaviour within two hours, from the drawing to both names under it', async ({
  page,
  browser,
  baseURL,
}) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const { inspector, strip } = studio;
  const verdict = strip.getByRole('alert');
  const ask = page.getByRole('article');

  await test.step('Ana draws how orders are paid, which nobody offers, and cuts churn by it', async () => {
    await expect(strip).toContainText('33 % of the estate’s bytes needed');
    await wishFor(studio, { field: 'Payment method', is: 'a category' });
    await wishFor(studio, { field: 'Instalments', is: 'a whole number' });
    await expect(inspector.getByRole('region', { name: 'Not yet found' })).toContainText(
      'Payments › Payment › Instalments',
    );
    await inspector.getByRole('button', { name: 'Draw a metric' }).click();
    const form = page.getByRole('dialog', { name: 'Draw a metric' });
    await choose(page, form.getByRole('combobox', { name: 'What' }), 'the average');
    await form.getByRole('textbox', { name: 'Name' }).fill('Average instalments');
    await form.getByRole('button', { name: 'Draw it' }).click();
    await expect(studio.card('Average instalments')).toContainText('Nobody offers this yet');
    await studio.title('Churn rate').click();
    await choose(page, inspector.getByRole('combobox', { name: 'May be cut by: add' }), 'payment method');
    await expect(inspector.getByRole('button', { name: 'Take Payment method out' })).toBeVisible();
    await expect(studio.card('Churn rate')).toContainText('Nobody offers this yet');
    await studio.isSaved();
  });

  await test.step('two hours cannot be met: schedules and numbers are named, and a repair is tried', async () => {
    await page.goto('/studio/cdp-retention');
    await studio.isOpen();
    const howOld = page.getByRole('textbox', { name: 'At most this old' });
    await howOld.fill('2 h');
    await howOld.press('Enter');
    await expect(verdict).toContainText('2 h cannot be met as things are built today.');
    await expect(verdict).toContainText('Customer 360 runs every 6 h and takes 40 min');
    await expect(verdict).toContainText('Order economics runs every 6 h and takes 30 min');
    await verdict.getByText(/It breaks in 4 places/).click();
    await expect(verdict).toContainText('That leaves Orders −11 h 10');
    const repair = verdict.getByRole('listitem').filter({ hasText: 'every 30 min, 10 min each' });
    await repair.getByRole('button', { name: 'Try it' }).click();
    await expect(strip).toContainText('What exists makes it at most 1 h 55 old.');
    await expect(verdict).toHaveCount(0);
    await strip.getByRole('button', { name: 'Undo' }).click();
    await expect(verdict).toContainText('cannot be met');
    await studio.isSaved();
  });

  await test.step('what nobody offers is something to look at, and says who would be asked', async () => {
    await strip.getByText('2 things to look at').click();
    await expect(strip).toContainText(
      'Nobody offers Order › Instalments yet, and one number of Retention stands on it.',
    );
    await expect(strip).toContainText('Customer Data owns Customer 360.');
  });

  await test.step('she reads the plan, says why and sends it', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Send upstream' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send upstream' });
    const asked = dialog.getByRole('region', { name: 'Customer 360' });
    await expect(asked).toContainText('Order › Payment method is needed, because Churn rate in Retention needs it.');
    await expect(asked).toContainText(
      'Order › Instalments is needed, because Average instalments in Retention needs it.',
    );
    await expect(asked).toContainText('Customer 360 is at most 2 h old');
    await dialog
      .getByRole('textbox', { name: 'Why, for the people who are asked' })
      .fill('Churn by how people pay, and win-back within two hours');
    await dialog.getByRole('button', { name: 'Send upstream' }).click();
    await expect(page.getByRole('dialog', { name: 'Sent upstream' })).toContainText('Retention is version 2 now.');
  });

  await test.step('Bruno brings both fields in from Payments, one row per order', async () => {
    await actAs(page, 'bruno');
    await page.goto(ORDERS);
    await expect(ask).toContainText('asked by Ana Souza');
    const missing = page.getByRole('region', { name: 'Nobody offers this yet' });
    await provide(missing, 'Payment method');
    const ways = missing.getByRole('combobox', { name: 'Several rows become' });
    await expect(ways).toContainText('the last by the alphabet');
    const next = missing.getByRole('region', { name: 'What happens next' });
    await expect(next).toContainText('Payments (Payments) is asked');
    await expect(next).toContainText('Payment › Payment method must be provided');
    await missing.getByRole('button', { name: 'Provide and publish' }).click();
    await expect(page.getByText('Customer 360 provides it now, version 2')).toBeVisible();
    await provide(missing, 'Instalments');
    await expect(next).toContainText('Payments (Payments) has it already');
    await missing.getByRole('button', { name: 'Provide and publish' }).click();
    await expect(page.getByText('Customer 360 provides it now, version 3')).toBeVisible();
    await expect(missing).toHaveCount(0);
    const decisions = ask.getByRole('region', { name: 'Decisions' });
    await expect(decisions).toContainText('Bruno Lima accepted 1 line, asked by Ana Souza');
    await expect(decisions).toContainText('Bruno Lima built 1 line, asked by Ana Souza');
  });

  await test.step('the payments team has the ask by itself: for Ana, through Bruno', async () => {
    await actAs(page, 'gil');
    await page.goto('/inbox');
    await expect(page.getByRole('region', { name: 'Payments, to decide' })).toContainText('fresher than it can be');
    await expect(ask).toContainText('asked by Ana Souza, through Bruno Lima’s change of Customer 360');
    await expect(ask).toContainText('Waits on Customer 360');
    await page.goto('/inbox?ask=cdp-retention~src-payments~payment');
    await expect(ask).toContainText('Covered');
    await expect(ask).toContainText('Payment › Instalments must be provided');
    await expect(ask).toContainText('through Customer 360');
  });

  await test.step('one source, two consumers: who is binding, and what relaxes without her', async () => {
    await actAs(page, 'bruno');
    await page.goto('/inbox?ask=cdp-retention~agg-order-economics');
    await expect(ask).toContainText('Retention needs it most. Without it, Category revenue would need 12 h.');
  });

  await test.step('nobody can say yes to it: the line says why, and what would make it possible', async () => {
    await expect(ask).toContainText('It cannot be kept as things are built, so nobody can accept it.');
    await expect(ask.getByRole('link', { name: 'Open Customer 360' }).first()).toBeVisible();
    await expect(ask.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
    await ask.getByRole('button', { name: 'What changed, on the lineage' }).click();
    const board = page.getByRole('dialog', { name: 'What changes, on the lineage' });
    const there = board.getByRole('article').filter({ hasText: 'Customer 360' });
    await expect(there).toContainText('2 new');
    await expect(there).toContainText('1 tightened');
    await page.keyboard.press('Escape');
  });

  await test.step('two decide at once: one wins, the other reads who was first', async () => {
    const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
    await actAs(other, 'helena');
    await other.goto('/inbox?ask=cdp-retention~agg-order-economics');
    const hers = other.getByRole('article');
    await expect(hers.getByRole('button', { name: /^Offer something else/ })).toBeVisible();
    await other.keyboard.press('l');
    const later = other.getByRole('dialog', { name: /^Put off/ });
    await later.getByRole('textbox', { name: 'Until' }).fill('2099-01-31');
    await later.getByRole('textbox', { name: /^Why/ }).fill('Until the new schedule runs');
    await page.keyboard.press('d');
    const no = page.getByRole('dialog', { name: /^Decline/ });
    await no.getByRole('textbox', { name: /^Why|^Reason/ }).fill('Not before Customer 360 runs more often');
    await page.keyboard.press('Control+Enter');
    await expect(ask).toContainText('Declined by Bruno Lima');
    await other.keyboard.press('Control+Enter');
    await expect(later.getByRole('alert')).toContainText('Bruno Lima has decided on this ask: it was declined');
    await other.context().close();
  });

  await test.step('Bruno offers what he can keep, with what it does; Ana agrees, and both names stand', async () => {
    await page.goto(CUSTOMER_360);
    await ask.getByRole('button', { name: /^Offer something else/ }).click();
    const offer = page.getByRole('dialog', { name: 'Offer something else for this line' });
    await offer.getByRole('textbox', { name: 'Offer instead' }).fill('2 h 30');
    const foreseen = offer.getByRole('region', { name: 'What it would do' });
    await expect(foreseen).toContainText(/2 h 30 instead of 2 h: .+ become 2 h 30 old; it breaks what Retention was/);
    await offer.getByRole('textbox', { name: 'Reason' }).fill('A run every half hour keeps two and a half hours');
    await offer.getByRole('button', { name: 'Offer it' }).click();
    await expect(ask).toContainText('2 h 30 instead of 2 h, offered by Bruno Lima');

    await actAs(page, 'ana');
    await page.goto('/inbox');
    await expect(page.getByRole('region', { name: 'Waits for your answer' })).toContainText('Customer 360');
    await expect(ask).toContainText('A run every half hour keeps two and a half hours');
    await expect(ask.getByRole('region', { name: 'What it would do' })).toContainText('freshness on model: 2 h stated');
    await ask.getByRole('button', { name: /^Agree/ }).click();
    await expect(ask).toContainText('Agreed: 2 h 30 instead of 2 h, offered by Bruno Lima, agreed to by Ana Souza');
  });

  await test.step('the owner moves both schedules, sees who gains by name, and everything is met', async () => {
    await actAs(page, 'helena');
    const first = await runHalfHourly(page, 'agg-order-economics');
    expect(first).toContain('Retention: becomes 7 h 55 old instead of 13 h 40.');
    expect(first).toContain('Category revenue: becomes 1 h 10 old instead of 7 h.');
    const second = await runHalfHourly(page, 'agg-customer-360');
    expect(second).toContain('Retention: becomes 1 h 55 old instead of 7 h 55');
    expect(second).toContain('Retention marketing: Ana Souza');
    await expect(page.getByText(/Helena Dias changed the schedule of Customer 360/)).toBeVisible();
  });

  await test.step('the new edge stands: Payments feeds Customer 360, and the estate’s share has grown', async () => {
    await expect(
      page.getByRole('region', { name: 'Where it stands' }).getByRole('link', { name: 'Payments' }),
    ).toBeVisible();
    await actAs(page, 'ana');
    await page.goto('/ledger');
    await expect(page.getByRole('main')).toContainText(/2 use cases need 50\.2 MB, 39\.8\s*% of all bytes/);
    await page.goto('/studio/cdp-retention');
    await studio.isOpen();
    await expect(strip).toContainText(
      'It may be at most 2 h old, and you agreed to 2 h 30. What exists makes it at most 1 h 55 old.',
    );
    await expect(strip).toContainText(/0\s*need more/);
    await expect(strip).toContainText(/0\s*nobody offers/);
    await expect(strip).toContainText('37 % of the estate’s bytes needed');
    await expect(studio.card('Churn rate')).not.toContainText('Nobody offers this yet');
  });
});

/** A field of Order that comes from nowhere, as one draws it. */
async function wishFor(studio: Studio, { field, is }: { field: string; is: string }): Promise<void> {
  await studio.title('Order').click();
  await studio.inspector.getByRole('button', { name: 'Add a field', exact: true }).click();
  await studio.typeFields('Order', [field]);
  await studio.field('Order', field).click();
  await expect(studio.inspector).toContainText('Not yet found');
  await choose(studio.page, studio.inspector.getByRole('combobox', { name: 'It is' }), is);
  await studio.isSaved();
}

async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Opens where a field could come from and takes what Payments has under the same name. */
async function provide(missing: Locator, field: string): Promise<void> {
  const line = missing.getByRole('listitem').filter({ hasText: `Order › ${field} must be provided` });
  await line.getByRole('button', { name: 'Provide it' }).click();
  await missing.getByRole('radio', { name: new RegExp(`Payments › Payment › ${field}`) }).check();
  await expect(missing.getByRole('button', { name: 'Provide and publish' })).toBeEnabled();
}

/** What the dialog foretells, after it is saved. */
async function runHalfHourly(page: Page, product: string): Promise<string> {
  await page.goto(`/catalog/${product}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Edit / });
  await dialog.getByLabel('Runs every').fill('30 min');
  await dialog.getByLabel('Takes').fill('10 min');
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toBeEnabled();
  const foretold = await dialog.getByRole('region', { name: 'Who notices' }).textContent();
  await save.click();
  await expect(dialog).toHaveCount(0);
  return foretold ?? '';
}
