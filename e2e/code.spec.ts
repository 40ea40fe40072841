import { expect } from '@playwright/test';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** The model is one thing, whether drawn or written. */
const category = { product: 'cdp-category', person: 'elisa' };

test('what is written is drawn, what is wrong is marked at its line, and undo takes it back', async ({ page }) => {
  const studio = await Studio.open(page, category);
  const text = page.getByRole('textbox', { name: 'The model as text' });
  const panel = page.getByRole('tabpanel', { name: 'Code' });
  const told = /Line \d+: .*The drawing stays as it was\./;

  await test.step('a label written is a label drawn', async () => {
    await page.getByRole('tab', { name: 'Code' }).click();
    await text.getByText('label: Order item').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' sold');
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await expect(studio.card('Order item sold')).toBeVisible();
    await studio.isSaved();
  });

  await test.step('the record that was chosen on the canvas is where the text opens', async () => {
    await studio.title('Seller').click();
    await page.getByRole('tab', { name: 'Code' }).click();
    await expect(text.getByText('key: seller', { exact: false }).first()).toBeInViewport();
  });

  await test.step('what cannot be read is told with its line, and the drawing stays', async () => {
    await text.getByText('label: Order item sold').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' {');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  colour: red');
    await expect(panel.getByRole('status')).toContainText(told);
    await panel.getByRole('button', { name: 'Back to what is drawn' }).click();
    await expect(panel.getByRole('status')).toContainText('What is written here is drawn');
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await expect(studio.card('Order item sold')).toBeVisible();
  });

  await test.step('writing was one step of undo', async () => {
    await studio.title('Order item sold').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(studio.card('Order item')).toBeVisible();
    await studio.isSaved();
  });

  await test.step('what cannot be read is there again after a reload, until it is let go', async () => {
    await page.getByRole('tab', { name: 'Code' }).click();
    await text.getByText('label: Order item').click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('  colour: red');
    await expect(panel.getByRole('status')).toContainText(told);
    await page.reload();
    await expect(panel.getByRole('status')).toContainText(told);
    await expect(text).toContainText('colour: red');
    await panel.getByRole('button', { name: 'Back to what is drawn' }).click();
    await expect(text).not.toContainText('colour: red');
  });
});
