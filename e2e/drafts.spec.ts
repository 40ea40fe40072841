import { expect, type Page } from '@playwright/test';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** A draft may be wrong and is always kept: unfinished, undone, from two windows at once, and without a network. */
const retention = { product: 'cdp-retention', person: 'ana' };

test('a half-drawn model is saved, and says what is missing and where', async ({ page }) => {
  const studio = await Studio.open(page, retention);
  await studio.addEntity('Campaign', ['Sent at', 'Budget']);
  await page.evaluate(() => {
    const note = (event: KeyboardEvent) => document.body.setAttribute('data-key-taken', String(event.defaultPrevented));
    window.addEventListener('keydown', note);
  });
  await page.keyboard.press('Control+s');
  await expect(page.locator('body')).toHaveAttribute('data-key-taken', 'true');
  await studio.isSaved();
  await page.reload();
  await studio.isOpen();
  await expect(studio.card('Campaign').getByRole('listitem')).toHaveCount(2);

  const missing = 'Nothing says what one row of Campaign is: choose what it has one row per.';
  await expect(studio.problems.getByRole('status')).toHaveText('1 problem, 1 left out of what is sent');
  await studio.problems.getByRole('button').first().click();
  // What was chosen is chosen again after a reload: a field gives way to its card, the card to nothing.
  await page.getByRole('application').press('Escape');
  await page.getByRole('application').press('Escape');
  await expect(studio.inspector.getByRole('textbox', { name: 'Name: Entity · not yet found' })).toHaveCount(0);
  await studio.problems.getByRole('listitem').getByRole('button', { name: missing }).click();
  await expect(studio.inspector.getByRole('textbox', { name: 'Name: Entity · not yet found' })).toHaveValue('Campaign');
  await expect(studio.card('Campaign')).toBeInViewport();

  await studio.inspector.getByRole('combobox', { name: 'Add a field that identifies a row' }).click();
  await page.getByRole('option', { name: 'Sent at' }).click();
  await expect(studio.problems.getByRole('status')).toHaveText('No problems');
  await studio.delete('Campaign');
  await studio.isSaved();
});

test('undo takes every step back, after a reload too, and leaves the model exactly as it was; redo does them again', async ({
  page,
}) => {
  const studio = await Studio.open(page, retention);
  const before = await drawnBy(page);
  await studio.addEntity('Voucher', ['Code', 'Worth']);
  await studio.rename('Review', 'Opinion');
  await studio.delete('Order', { takesMore: true });
  await studio.isSaved();
  const after = await drawnBy(page);
  expect(after).not.toEqual(before);
  await page.reload();
  await studio.isOpen();

  const undo = studio.toolbar.getByRole('button', { name: /^Undo/ });
  const redo = studio.toolbar.getByRole('button', { name: /^Redo/ });
  const steps = ['Delete Order', 'Rename Review', 'Add a field', 'Add a field', 'Add an entity'];
  for (const step of steps) {
    await expect(undo).toHaveAccessibleName(`Undo: ${step}`);
    await undo.click();
    await expect(redo).toHaveAccessibleName(`Redo: ${step}`);
  }
  await expect(undo).toBeDisabled();
  await expect(studio.card('Order')).toBeVisible();
  await expect(studio.card('Voucher')).toHaveCount(0);
  await studio.isSaved();
  expect(await drawnBy(page)).toEqual(before);

  await page.getByRole('application').focus();
  for (const _ of steps) await page.keyboard.press('Control+Shift+z');
  await expect(redo).toBeDisabled();
  await studio.isSaved();
  expect(await drawnBy(page)).toEqual(after);

  for (const _ of steps) await page.keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await studio.isSaved();
  expect(await drawnBy(page)).toEqual(before);
});

test('of two windows on one draft, each keeps what the other drew', async ({ page, context }) => {
  const here = await Studio.open(page, retention);
  const there = await Studio.open(await context.newPage(), retention);
  await here.rename('Review', 'Opinion');
  await there.rename('Customer', 'Buyer');
  await here.isSaved();
  await there.isSaved();
  await there.page.reload();
  await there.isOpen();
  await expect(there.card('Opinion')).toBeVisible();
  await expect(there.card('Buyer')).toBeVisible();
  await there.rename('Opinion', 'Review');
  await there.rename('Buyer', 'Customer');
  await there.isSaved();

  const area = ({ page: window }: Studio) => window.getByRole('group', { name: /^Area Voices/ });
  await here.title('Review').click();
  await page.keyboard.press('Control+g');
  await page.getByRole('textbox', { name: 'Name of the area' }).fill('Voices');
  await page.keyboard.press('Enter');
  await expect(area(there)).toBeVisible();
  await here.undo();
  await expect(area(there)).toHaveCount(0);
});

test('where two windows changed the same thing, both versions are shown and a person decides', async ({
  page,
  context,
}) => {
  const here = await Studio.open(page, retention);
  const there = await Studio.open(await context.newPage(), retention);
  // What others save is followed live; a window that has not heard of it yet is the one that comes too late.
  await there.page.route('**/draft/changes?*', (route) => route.abort());
  await here.rename('Review', 'Opinion');
  await here.isSaved();
  await there.rename('Review', 'Rating');
  const decide = there.page.getByRole('banner').getByRole('button', { name: 'Needs your decision' });
  await decide.click();
  const dialog = there.page.getByRole('dialog', { name: 'Somebody else changed this too' });
  const row = dialog.getByRole('row').filter({ hasText: /Opinion/ });
  await expect(row).toContainText('Rating');
  await expect(dialog.getByRole('columnheader', { name: 'Ana Souza' })).toBeVisible();
  await there.page.reload();
  await there.isOpen();
  await decide.click();
  await expect(row).toContainText('Rating');

  await dialog.getByRole('radio', { name: 'Take theirs' }).click();
  await dialog.getByRole('button', { name: 'Go on with this' }).click();
  await expect(there.card('Opinion')).toBeVisible();
  await there.isSaved();
  await there.undo();
  await expect(there.card('Rating')).toBeVisible();
  await there.isSaved();
  await here.page.reload();
  await here.isOpen();
  await here.rename('Rating', 'Review');
  await here.isSaved();
});

test('without a network the work goes on, is kept on this device, and is sent when there is one again', async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  const studio = await Studio.open(page, retention);
  const kept = 'Offline – kept on this device';
  await context.setOffline(true);
  await studio.rename('Review', 'Opinion');
  await expect(studio.saving).toHaveText(kept);
  await context.setOffline(false);
  await studio.isSaved();

  await context.setOffline(true);
  await studio.rename('Opinion', 'Rating');
  await expect(studio.saving).toHaveText(kept);
  await page.close();
  await context.setOffline(false);
  const elsewhere = await browser.newContext({ baseURL: baseURL ?? '' });
  const colleague = await Studio.open(await elsewhere.newPage(), retention);
  await expect(colleague.card('Opinion')).toBeVisible();

  const again = await Studio.open(await context.newPage(), retention);
  await expect(again.card('Rating')).toBeVisible();
  await again.isSaved();
  await colleague.page.reload();
  await expect(colleague.card('Rating')).toBeVisible();
  await elsewhere.close();
  await again.rename('Rating', 'Review');
  await again.isSaved();
});

/** Every record of the draft as the server keeps it, and where its card stands. */
async function drawnBy(page: Page): Promise<Record<string, unknown>> {
  const answer = await page.request.get(`/api/v1/products/${retention.product}/draft`);
  const { records, layout } = await answer.json();
  return Object.fromEntries(
    records.map((record: { id: string }) => [record.id, { record, at: layout.positions[record.id] }]),
  );
}
