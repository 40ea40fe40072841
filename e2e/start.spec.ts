import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test.describe.configure({ timeout: 180_000 });
test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** A new model as somebody starts one from the navigation; its four starts stand on the empty board. */
async function startModel(page: Page, name: string): Promise<Studio> {
  await actAs(page, 'ana');
  await page.goto('/catalog');
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: 'New model' }).click();
  const dialog = page.getByRole('dialog', { name: 'New model' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('region', { name: 'How to begin' }).getByRole('button')).toHaveCount(4);
  return new Studio(page);
}

test('from a blank page to a model of two entities sent upstream, by four questions', async ({ page }) => {
  const studio = await startModel(page, 'Voucher budget');
  await page.getByRole('button', { name: /^Four questions/ }).click();
  const panel = page.getByRole('complementary', { name: 'Four questions' });
  await panel.getByRole('textbox', { name: 'What do you decide?' }).fill('Which customers get a voucher');
  await panel.getByRole('textbox', { name: 'For whom?' }).fill('Marketing');
  await panel.getByRole('textbox', { name: 'By which numbers?' }).fill('Average review score\nWeather in Lisbon');
  await panel.getByRole('radio', { name: 'Daily' }).click();
  await panel.getByRole('button', { name: 'Look what exists' }).click();

  const forScore = panel.getByRole('region', { name: 'For “Average review score”' });
  await expect(forScore.getByRole('listitem').first()).toContainText('in Customer 360, because it is called');
  await expect(forScore.getByRole('listitem').first()).toContainText('the average');
  await expect(studio.card('Review')).toHaveCount(0);
  await forScore.getByRole('button', { name: /^Add / }).first().click();
  await expect(studio.card('Review')).toBeVisible();
  await expect(studio.card('Average review score')).toBeVisible();

  const forDecision = panel.getByRole('region', { name: 'For the decision itself' });
  await expect(forDecision).toContainText('because it is called “Customer”');
  await forDecision.getByRole('button', { name: 'Add Customer' }).click();
  await expect(studio.card('Customer')).toBeVisible();

  const nobody = panel.getByRole('region', { name: 'Nobody offers this yet' });
  await expect(nobody).toContainText('Weather in Lisbon');
  await nobody.getByRole('button', { name: 'Skip Weather in Lisbon' }).click();

  const estimated = panel.getByRole('region', { name: 'Estimated needs' });
  await estimated.getByRole('button', { name: /^Confirm .*24 h old/ }).click();
  await expect(estimated).toHaveCount(0);
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('application')).toBeFocused();
  await studio.isSaved();
  await expect(studio.problems.getByRole('status')).toHaveText(/^No problem/);

  await page.getByRole('button', { name: 'Send upstream' }).click();
  const dialog = page.getByRole('dialog', { name: /^Send upstream|^Sent upstream/ });
  await dialog.getByRole('textbox').first().fill('A first model');
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByRole('dialog', { name: 'Sent upstream' })).toContainText('is version 1 now');
  await page.keyboard.press('Escape');
  await page.getByRole('application').press('Escape');
  await expect(studio.inspector).toContainText('Which customers get a voucher');
});

test('an estimate nobody confirmed stays one, and asks nothing of anybody; a young model says what comes next', async ({
  page,
}) => {
  const studio = await startModel(page, 'Estimates only');
  await test.step('what exists is added with a press, and the strip leads on to a metric and how fresh', async () => {
    const row = (level: number, called: string) =>
      page.locator(`[role=treeitem][aria-level="${level}"]`).filter({ hasText: called }).first();
    await expect(row(1, 'Customer 360')).toHaveAttribute('aria-expanded', 'true');
    await row(2, 'Review').hover();
    await row(2, 'Review').getByText('Add').click();
    await expect(studio.card('Review')).toBeVisible();
    await studio.strip.getByRole('button', { name: 'Draw a metric' }).click();
    await page.getByRole('button', { name: 'Draw it' }).click();
    await expect(studio.card('Number of reviews')).toContainText('by asked at');
    await expect(page.getByRole('dialog', { name: 'Draw a metric' })).toHaveCount(0);
    await expect(page.getByRole('application')).toBeFocused();
    await studio.strip.getByRole('button', { name: 'Say it' }).click();
    await expect(studio.inspector.getByRole('textbox', { name: 'At most this old' })).toBeFocused();
    await studio.delete('Number of reviews');
  });
  await test.step('with no metric nothing can be sent', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Send upstream' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send upstream' });
    await expect(dialog).toContainText('This asks nothing of anyone yet');
    await expect(dialog.getByRole('button', { name: 'Send upstream' })).toBeDisabled();
    await page.keyboard.press('Escape');
    await studio.delete('Review', { takesMore: true });
  });
  await page.getByRole('button', { name: /^Four questions/ }).click();
  const panel = page.getByRole('complementary', { name: 'Four questions' });
  await panel.getByRole('textbox', { name: 'By which numbers?' }).fill('Number of orders');
  await panel.getByRole('radio', { name: 'Daily' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'Hourly' })).toBeChecked();
  await panel.getByRole('button', { name: 'Look what exists' }).click();
  await expect(panel.getByRole('button', { name: /^Add / }).first()).toBeFocused();
  await panel.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('tab', { name: 'Needs' }).click();
  const needs = page.getByRole('tabpanel', { name: 'Needs' });
  await expect(needs).toContainText('estimated');
  await needs.getByRole('button', { name: /^Confirm: Everything here is at most 1 h old/ }).click();
  await expect(needs).not.toContainText('estimated');
});

test('pasted tables become entities with their key and line, and say what could not be read', async ({ page }) => {
  const studio = await startModel(page, 'Pasted');
  await page.getByRole('button', { name: /^Paste or upload/ }).click();
  const panel = page.getByRole('complementary', { name: 'Paste or upload' });
  await panel
    .getByRole('textbox', { name: 'Tables or a model' })
    .fill(
      'CREATE TABLE shops (shop_id int PRIMARY KEY, city text);\n' +
        'CREATE TABLE visits (visit_id int PRIMARY KEY, shop_id int REFERENCES shops);\n' +
        'CREATE TABLE broken AS SELECT 1;',
    );
  await expect(panel.getByRole('status')).toContainText('2 entities with 4 fields');
  await expect(panel.getByRole('status')).toContainText('broken has no list of columns');
  await page.keyboard.press('Control+Enter');
  await expect(studio.field('Visit', 'Shop id')).toBeVisible();
  await expect(studio.card('Shop')).toBeVisible();
  await page.getByRole('application').press('Escape');
  await page.evaluate(() =>
    navigator.clipboard.writeText('Table guides {\n  id int [pk]\n}\nRef: guides.id > nobody.id'),
  );
  await page.keyboard.press('Control+v');
  await expect(studio.field('Guide', 'Id')).toBeVisible();
  await expect(page.getByText('Line 4: There is no table nobody for this reference.')).toBeVisible();
});

test('a template comes bound to what this workspace offers', async ({ page }) => {
  const studio = await startModel(page, 'From a template');
  await page.getByRole('button', { name: /^Template/ }).click();
  const panel = page.getByRole('complementary', { name: 'Begin with a template' });
  await expect(panel.getByRole('listitem').first()).toContainText('all found here');
  await panel.getByRole('button', { name: 'Use Retention' }).click();
  await expect(studio.card('Repeat rate')).toBeVisible();
  await expect(studio.card('Customer')).toContainText('Customer 360');
});
