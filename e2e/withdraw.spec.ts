import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** What is asked lives and dies with its reason. */
const category = { product: 'cdp-category', person: 'elisa' };
const ASK = 'Order economics, to decide';

test('what nobody offers is asked of whoever is nearest, and exactly that is withdrawn with its reason', async ({
  page,
}) => {
  const studio = await Studio.open(page, category);
  const before = await asked(page);

  await test.step('she wishes for a field nobody has, and draws a metric on it', async () => {
    await wishFor(studio, { field: 'Discount', metric: 'Discount given' });
  });

  await test.step('sent, it is the only thing anybody is asked', async () => {
    await send(page, 'We want to see what the campaigns cost us');
    const sent = page.getByRole('dialog', { name: 'Sent upstream' });
    await expect(sent).toContainText('1 line asked');
    const list = sent.getByRole('list', { name: 'Who was asked' }).getByRole('listitem');
    await expect(list).toHaveCount(1);
    await expect(list).toContainText('Sales Data');
    await sent.getByRole('button', { name: 'Back to the canvas' }).click();
  });

  await test.step('the team that owns Order economics finds it, with the way to the metric', async () => {
    await actAs(page, 'bruno');
    await page.goto('/inbox');
    await page.getByRole('region', { name: ASK }).getByRole('button').click();
    const ask = page.getByRole('article');
    await expect(ask).toContainText('asked by Elisa Prado');
    const lines = ask
      .getByRole('region', { name: 'Nobody offers this yet' })
      .getByRole('listitem')
      .filter({ hasText: 'Discount must be provided' });
    await expect(lines).toContainText(
      'Order item › Discount must be provided, because Discount given in Category revenue needs it.',
    );
    await expect(lines).toContainText('gap');
    await lines.getByRole('button', { name: /^Why: / }).click();
    await expect(lines).toContainText('Category revenue, for the metric discount_given');
    await expect(lines).toContainText(/Category revenue\s*item\.discount\s*needs\s*Order economics\s*item\.discount/);
  });

  await test.step('the metric goes, and exactly that ask with it', async () => {
    const again = await Studio.open(page, category);
    await again.delete('Discount given');
    await again.isSaved();
    await send(page, 'We found another way');
    const sent = page.getByRole('dialog', { name: 'Sent upstream' });
    await expect(sent).toContainText('Nobody had to be asked');
    await expect(sent).toContainText('1 withdrawn');
    expect(await asked(page)).toEqual(before);
    await sent.getByRole('button', { name: 'Back to the canvas' }).click();

    await actAs(page, 'bruno');
    await page.goto('/inbox');
    await expect(page.getByRole('region', { name: 'Asks' })).toContainText('nothing to decide');
    await expect(page.getByRole('region', { name: ASK })).toHaveCount(0);
  });
});

test('a no comes with its reason, and she who asked can read it', async ({ page }) => {
  const studio = await Studio.open(page, category);
  await wishFor(studio, { field: 'Gift wrap', metric: 'Gift wrap sold' });
  await send(page, 'Gifts are half of December');
  await expect(page.getByRole('dialog', { name: 'Sent upstream' })).toContainText('1 line asked');

  await actAs(page, 'bruno');
  await page.goto('/inbox');
  await page.getByRole('region', { name: ASK }).getByRole('button').click();
  const ask = page.getByRole('article');
  await expect(ask).toContainText('Gift wrap');
  await ask.getByRole('button', { name: /^Decline/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Decline this line' });
  await dialog.getByRole('button', { name: /^Decline/ }).click();
  await expect(dialog).toContainText('Say why. It is the only thing they have to go on.');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The shop does not record it before March');
  await dialog.getByRole('button', { name: /^Decline/ }).click();
  await expect(ask).toContainText('Declined by Bruno Lima');
  await expect(page.getByRole('region', { name: ASK })).toHaveCount(0);

  const back = await Studio.open(page, category);
  const answers = back.strip.getByRole('list', { name: 'Answers' });
  await expect(answers).toHaveText('Sales Data said no to Order item. Read it');
  await answers.getByRole('link', { name: 'Read it' }).click();
  await expect(page).toHaveURL(/[?&]ask=/);
  await expect(ask).toContainText('The shop does not record it before March');

  await page.goto('/inbox');
  await page.getByRole('link', { name: 'See how Category revenue stands' }).click();
  await page
    .getByRole('region', { name: 'Changes' })
    .getByRole('link', { name: /^Bruno Lima declined 1 thing of Order item in Order economics/ })
    .click();
  await expect(ask).toContainText('Declined by Bruno Lima');
  await expect(ask).toContainText('The shop does not record it before March');
  await expect(ask.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
});

/** A field without an origin and a metric on it. */
async function wishFor(studio: Studio, { field, metric }: { field: string; metric: string }): Promise<void> {
  const { page, inspector } = studio;
  await studio.title('Order item').click();
  await inspector.getByRole('button', { name: 'Add a field', exact: true }).click();
  await studio.typeFields('Order item', [field]);
  await studio.field('Order item', field).click();
  await expect(inspector).toContainText('Not yet found');
  await inspector.getByRole('combobox', { name: 'It is' }).click();
  await page.getByRole('option', { name: 'a number', exact: true }).click();
  await inspector.getByRole('button', { name: 'Draw a metric' }).click();
  const form = page.getByRole('dialog', { name: 'Draw a metric' });
  await form.getByRole('textbox', { name: 'Name' }).fill(metric);
  await expect(form).toContainText(`${metric} is the sum of ${field.toLowerCase()} over Order items, by ordered at.`);
  await form.getByRole('button', { name: 'Draw it' }).click();
  await expect(studio.card(metric)).toContainText('Nobody offers this yet');
  await expect(studio.field('Order item', field)).toContainText('Nobody offers this yet');
  await studio.isSaved();
}

async function send(page: Page, reason: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Send upstream' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send upstream' });
  await dialog.getByRole('textbox', { name: 'Why, for the people who are asked' }).fill(reason);
  await dialog.getByRole('button', { name: 'Send upstream' }).click();
}

/** Everything that is asked for this model now, as its readers see it. */
async function asked(page: Page): Promise<unknown> {
  const answer = await page.request.post(`/api/v1/products/${category.product}/preview`, {
    data: {},
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const { comparison, summary } = await answer.json();
  return { comparison, totals: summary.totals, bytes: summary.bytes };
}
