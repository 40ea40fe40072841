import { expect } from '@playwright/test';
import { boxOf } from './by-hand';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test('a dragged age is only looked at, says why it cannot be, and is needed when it is let go', async ({ page }) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  await page.getByRole('tab', { name: 'Needs' }).click();
  const needs = page.getByRole('tabpanel', { name: 'Needs' });
  const slider = needs.getByRole('slider', { name: 'How old it may be' });
  const exact = needs.getByRole('textbox', { name: 'At most this old' });
  await needs.getByRole('radio', { name: 'Daily' }).click();
  await expect(exact).toHaveValue('24 h');
  await expect(studio.inspector.getByRole('textbox', { name: 'At most this old' })).toHaveValue('24 h');
  await expect(needs).not.toContainText('must be at most 3 h old');
  const box = await boxOf(slider);
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 5 });
  await expect(exact).toHaveValue('3 h');
  await expect(needs).toContainText('must be at most 3 h old');
  await expect(needs.getByRole('button', { name: 'Try it' }).first()).toBeVisible();
  await expect(studio.inspector.getByRole('textbox', { name: 'At most this old' })).toHaveValue('24 h');
  await page.mouse.up();
  await expect(studio.inspector.getByRole('textbox', { name: 'At most this old' })).toHaveValue('3 h');
  await studio.isSaved();

  await needs.getByRole('radio', { name: 'Daily' }).click();
  await expect(exact).toHaveValue('24 h');
  await expect(needs).not.toContainText('must be at most 3 h old');
  await studio.isSaved();
});

test('a need of any kind is added in plain words, set where it is listed, and judged beside it', async ({ page }) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  await page.getByRole('tab', { name: 'Needs' }).click();
  const needs = page.getByRole('tabpanel', { name: 'Needs' });
  await needs.getByRole('button', { name: 'Need something more' }).click();
  const dialog = page.getByRole('dialog', { name: 'What do you need?' });
  await dialog.getByText('So many rows').click();
  await dialog.getByRole('combobox', { name: 'Of what' }).click();
  await page.getByRole('option', { name: 'Customer', exact: true }).click();
  await dialog.getByRole('button', { name: 'Add it' }).click();

  const need = needs.getByRole('listitem').filter({ hasText: 'Customer has at least 1 row' });
  await need.getByRole('textbox', { name: 'At least' }).fill('5');
  const changed = needs.getByRole('listitem').filter({ hasText: 'Customer has at least 5 rows' });
  await changed.getByRole('textbox', { name: 'At least' }).press('Tab');
  await expect(changed).toContainText(/Met by what is promised|must promise more|does not offer it yet/);
  await changed.getByRole('button', { name: /^Need it no more/ }).click();
  await expect(changed).toHaveCount(0);
  await studio.isSaved();
});
