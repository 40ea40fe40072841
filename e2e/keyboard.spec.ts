import { expect } from '@playwright/test';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** The way from a card to the send dialog without a pointer. */
test.describe.configure({ timeout: 120_000 });

test('by keyboard alone: reach a card, rename it, add a field, delete it, undo, and open the plan', async ({
  page,
}) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const { keyboard } = page;
  const name = studio.inspector.getByRole('textbox', { name: /^Name: / });

  await test.step('Tab and arrows reach a card, and it is selected', async () => {
    await keyboard.press('ArrowRight');
    await expect(name).toHaveValue('Customer');
    await expect(studio.card('Customer')).toBeFocused();
    await keyboard.press('ArrowRight');
    await expect(name).not.toHaveValue('Customer');
    await keyboard.press('ArrowLeft');
    await expect(name).toHaveValue('Customer');
    for (let presses = 0; presses < 4 && (await name.inputValue()) === 'Customer'; presses++)
      await keyboard.press('Tab');
    await expect(name).not.toHaveValue('Customer');
    await keyboard.press('Escape');
    await keyboard.press('ArrowRight');
    await expect(name).toHaveValue('Customer');
  });

  await test.step('Enter renames it', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name of the entity' })).toBeFocused();
    await keyboard.type('Buyer');
    await keyboard.press('Enter');
    await expect(studio.card('Buyer')).toBeVisible();
  });

  await test.step('N draws an entity, and Enter goes on to its fields', async () => {
    await keyboard.press('n');
    await expect(page.getByRole('textbox', { name: 'Name of the entity' })).toBeFocused();
    await keyboard.type('Voucher');
    await keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Name of the field' });
    await expect(field).toBeFocused();
    await keyboard.type('Code');
    await keyboard.press('Enter');
    await expect(field).toHaveValue('');
    await keyboard.type('Worth');
    await keyboard.press('Enter');
    await expect(studio.field('Voucher', 'Worth')).toBeVisible();
    await keyboard.press('Escape');
    await expect(studio.card('Voucher').getByRole('listitem')).toHaveCount(2);
  });

  await test.step('Delete takes a card away, Control+Z brings everything back as it was', async () => {
    await keyboard.press('/');
    await keyboard.type('Voucher');
    await expect(page.getByRole('option', { name: /^Voucher/, selected: true })).toBeVisible();
    await keyboard.press('Enter');
    await expect(name).toHaveValue('Voucher');
    await keyboard.press('Delete');
    await expect(studio.card('Voucher')).toHaveCount(0);
    const undo = studio.toolbar.getByRole('button', { name: /^Undo/ });
    const steps = ['Delete Voucher', 'Add a field', 'Add a field', 'Add an entity', 'Rename Customer'];
    for (const step of steps) {
      await expect(undo).toHaveAccessibleName(`Undo: ${step}`);
      await keyboard.press('Control+z');
      await expect(page.getByRole('status').filter({ hasText: `Undone: ${step}` })).toBeAttached();
    }
    await expect(undo).toBeDisabled();
    await expect(studio.card('Customer')).toBeVisible();
    await expect(studio.card('Voucher')).toHaveCount(0);
    await studio.isSaved();
  });

  await test.step('Control+K finds the send dialog, Escape leaves it', async () => {
    await keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await keyboard.type('Send upstream');
    await expect(page.getByRole('option', { name: /^Send upstream/, selected: true })).toBeVisible();
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Send upstream' });
    await expect(dialog.getByRole('textbox', { name: 'Why, for the people who are asked' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
});
