import { expect, test } from '@playwright/test';
import { actAs } from './act-as';

test('what we need not move: the whole, every table, and what would go without a use case', async ({ page }) => {
  await actAs(page, 'ana');
  await page.goto('/catalog');
  await page
    .getByRole('navigation', { name: 'Workspace' })
    .getByRole('link', { name: 'What we need not move' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'What we need not move' })).toBeVisible();

  const whole = page.getByRole('region', { name: '81 MB of 126.2 MB need not move' });
  await expect(whole).toContainText('2 use cases need 45.2 MB, 35.8 % of all bytes');
  await whole.getByRole('button', { name: '45.2 MB' }).hover();
  await expect(page.getByRole('tooltip')).toContainText('Order item');

  const tables = page.getByRole('list', { name: 'Tables, heaviest first' });
  await expect(tables.getByRole('button').first()).toContainText('nothing needed of 61.3 MB');
  await tables.getByRole('button', { name: /^Review/ }).click();
  await expect(tables.getByRole('row', { name: /left out Comment/ })).toContainText('nobody');

  const curve = page.getByRole('region', { name: 'As use cases are added' });
  await expect(curve.getByRole('img')).toHaveAccessibleName(/45.2 MB of 126.2 MB/);
  await expect(curve.getByRole('row', { name: /Category revenue/ })).toContainText('35.8 %');

  const category = page.getByRole('table', { name: 'Per use case' }).getByRole('row', { name: /Category revenue/ });
  await expect(category.getByRole('cell')).toContainText([
    'Merchandising',
    '19.7 MB',
    '4 MB',
    '11.9 MB',
    'nobody needs Sellers',
  ]);

  await expect(page.getByRole('region', { name: 'Made more than once' })).toContainText(
    'No two use cases put the same things together for themselves.',
  );

  await page.getByRole('list', { name: 'Orphans' }).getByRole('link', { name: 'Geolocation' }).click();
  await expect(page).toHaveURL(/\/catalog\/src-geo$/);
  await expect(page.getByRole('main')).toContainText('wants Geolocation owned by somebody; nobody owns it.');
});
