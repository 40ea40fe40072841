import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** Two people about one number: one calls the other by name, the other finds it, answers and settles it. */
test.describe.configure({ mode: 'serial' });
const threads = (page: Page) => page.getByRole('region', { name: 'Comments' }).getByRole('list', { name: 'Threads' });

test('a question about a metric reaches whom it calls; the answer and the end of it come back by themselves', async ({
  page,
  browser,
  baseURL,
}) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  await studio.title('Repeat rate').click();
  const comments = studio.inspector.getByRole('region', { name: 'Comments' });
  await comments.getByRole('button', { name: 'Comment' }).click();
  const words = comments.getByRole('textbox', { name: 'Comment' });
  await words.pressSequentially('Are returns in here, @dav');
  await expect(comments.getByRole('option', { name: /Davi Rocha/ })).toHaveAttribute('aria-selected', 'true');
  await words.press('Enter');
  await expect(words).toHaveValue('Are returns in here, @Davi Rocha ');
  await words.pressSequentially('<b>or not</b>?');
  await words.press('Control+Enter');
  await expect(threads(page)).toContainText('Are returns in here, @Davi Rocha <b>or not</b>?');
  await expect(studio.card('Repeat rate')).toContainText('1 open comment');

  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await context.newPage();
  await actAs(other, 'davi');
  await other.goto('/home');
  await expect(other.getByRole('region', { name: 'Waits for you' })).toContainText('Ana Souza on Repeat rate');
  await other.goto('/inbox');
  const mention = other
    .getByRole('region', { name: 'Mentions' })
    .getByRole('link', { name: /Ana Souza on Repeat rate/ });
  await expect(mention).toContainText('New');
  await mention.click();
  await expect(other.getByRole('textbox', { name: /^Name: / })).toHaveValue('Repeat rate');
  await threads(other).getByRole('button', { name: 'Answer' }).click();
  await other.getByRole('textbox', { name: 'Answer Ana Souza' }).fill('They are not');
  await other.getByRole('button', { name: 'Answer', exact: true }).last().click();
  await expect(threads(other)).toContainText('They are not');
  await expect(threads(page)).toContainText('They are not');

  await threads(other).getByRole('button', { name: 'Resolve' }).click();
  await expect(comments).toContainText('Nothing is under discussion here');
  await expect(studio.card('Repeat rate')).not.toContainText('open comment');
  await comments.getByRole('button', { name: 'Show 1 resolved' }).click();
  await expect(threads(page)).toContainText('Resolved by Davi Rocha');
  await other.goto('/inbox');
  await expect(other.getByRole('main')).not.toContainText('Ana Souza on Repeat rate');
  await context.close();
});

test('who has the same model open is seen, and what they draw appears while they draw it', async ({
  page,
  browser,
  baseURL,
}) => {
  const mine = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const theirs = await Studio.open(await context.newPage(), { product: 'cdp-retention', person: 'fabio' });
  await expect(page.getByRole('banner')).toContainText(/Fábio.* this model open too/);
  await expect(theirs.page.getByRole('banner')).toContainText(/Ana.* this model open too/);

  await theirs.addEntity('Voucher', ['Code', 'Value']);
  await theirs.isSaved();
  await expect(mine.card('Voucher')).toBeVisible();
  await expect(mine.field('Voucher', 'Value')).toBeVisible();
  await mine.addEntity('Store', ['Town']);
  await mine.isSaved();
  await expect(theirs.card('Store')).toBeVisible();
  await expect(theirs.card('Voucher')).toBeVisible();
  await context.close();
  await expect(page.getByRole('banner')).not.toContainText('Fábio', { timeout: 60_000 });
  await mine.delete('Voucher');
  await mine.delete('Store');
  await mine.isSaved();
});

test('what arrives while the inbox is read waits above it, and the navigation counts it', async ({
  page,
  browser,
  baseURL,
}) => {
  await actAs(page, 'bruno');
  const { unread } = await (await page.request.get('/api/v1/inbox')).json();
  await page.goto('/catalog');
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await context.newPage();
  await actAs(other, 'ana');
  const call = async (words: string) => {
    await other.goto('/catalog/agg-customer-360');
    const panel = other.getByRole('region', { name: 'Comments' });
    await panel.getByRole('button', { name: 'Comment' }).click();
    await panel.getByRole('textbox', { name: 'Comment' }).fill(words);
    await panel.getByRole('button', { name: 'Comment' }).last().click();
    await expect(panel.getByRole('list', { name: 'Threads' })).toContainText(words);
  };
  await call('First, @Bruno');
  const nav = page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: /^Inbox/ });
  await expect(nav).toHaveAccessibleName(`Inbox ${unread + 1} new`);
  await nav.click();
  const mentions = page.getByRole('region', { name: 'Mentions' });
  await expect(mentions.getByRole('listitem')).toHaveCount(1);
  await call('Second, @Bruno');
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible();
  await expect(mentions.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: '1 new' }).click();
  await expect(mentions.getByRole('listitem')).toHaveCount(2);
  await context.close();
});
