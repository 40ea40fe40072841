import { expect } from '@playwright/test';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test('a field that is not found yet is offered what might be it, with why, and takes it', async ({ page }) => {
  const studio = await Studio.open(page, { product: 'cdp-category', person: 'elisa' });
  const { inspector } = studio;
  await studio.addEntity('Payment of an order', ['Voucher', 'Instalments']);
  await studio.field('Payment of an order', 'Instalments').click();
  await inspector.getByRole('combobox', { name: 'It is' }).click();
  await page.getByRole('option', { name: 'a number', exact: true }).click();
  await studio.isSaved();

  const offers = inspector.getByRole('list').filter({ hasText: 'called' });
  const best = offers.getByRole('listitem').first();
  await expect(best).toContainText('Payments › Instalments');
  await expect(best).toContainText('called “instalments” as well');
  await expect(best).toContainText('has 2 of 2 fields not yet found here');
  await best.getByRole('button', { name: 'Use' }).click();
  await expect(inspector).toContainText('Comes from');
  await expect(inspector).toContainText('Payments');

  await studio.delete('Payment of an order', { takesMore: false });
  await studio.isSaved();
});
