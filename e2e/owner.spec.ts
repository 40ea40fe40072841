import { expect } from '@playwright/test';
import { actAs } from './act-as';
import { withOwnProduct as test } from './with-own-product';

test.use({ alone: 'owner' });

test('the owner of Orders moves the schedule, sees who breaks by name, and saves', async ({ page }) => {
  await actAs(page, 'ana');
  await page.goto('/catalog/src-orders');
  await expect(page.getByRole('heading', { name: 'Orders', level: 2 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0);

  await actAs(page, 'carla');
  await page.goto('/catalog/src-orders');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit Orders' });
  const save = dialog.getByRole('button', { name: /^Save/ });
  const notices = dialog.getByRole('region', { name: 'Who notices' });
  await expect(save).toBeDisabled();

  await test.step('a schedule that breaks its own promise cannot be saved', async () => {
    await dialog.getByRole('radio', { name: 'On a schedule' }).click();
    await dialog.getByLabel('Runs every').fill('24 h');
    await dialog.getByLabel('Takes').fill('30 min');
    await expect(dialog.getByText('Made like this it is up to 24 h 30 old.')).toBeVisible();
    await expect(save).toBeDisabled();
  });

  await test.step('with the promise it can keep, both consumers break, by name and in numbers', async () => {
    await dialog.getByRole('button', { name: 'Promise 24 h 30' }).click();
    await expect(notices).toContainText(/Retention: becomes .* old instead of 13 h 40/);
    await expect(notices).toContainText('Retention marketing: Ana Souza');
    await expect(notices).toContainText('Category revenue: becomes');
    await expect(notices).toContainText('was 30 min, becomes 24 h 30');
  });

  await test.step('saved all the same, they ask again, and the page says what changed', async () => {
    await dialog.getByRole('button', { name: 'Save all the same' }).click();
    await expect(page.getByText('Orders is changed')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Promises and ports' })).toContainText('24 h 30');
    await expect(page.getByText(/Carla Mendes changed the schedule and the promises of Orders/)).toBeVisible();
    await page.goto('/inbox?ask=cdp-retention~src-orders');
    await expect(page.getByRole('article')).toContainText('offered 24 h 30');
  });
});

test('a product owner creates a product, which opens to be drawn; an administrator founds a team', async ({ page }) => {
  await actAs(page, 'carla');
  await page.goto('/catalog');
  await page.getByRole('button', { name: 'New product' }).click();
  const dialog = page.getByRole('dialog', { name: 'New product' });
  await dialog.getByLabel('Name').fill('Order promises');
  await dialog.getByRole('button', { name: 'Create and draw it' }).click();
  await expect(page).toHaveURL(/\/studio\/agg-order-promises/);
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();

  await actAs(page, 'fabio');
  await page.goto('/teams');
  await page.getByRole('button', { name: 'New team' }).click();
  const team = page.getByRole('dialog', { name: 'New team' });
  await team.getByLabel('Name').fill('Loyalty');
  await team.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Loyalty' })).toContainText('Nobody belongs to it yet.');
});
