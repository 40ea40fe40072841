import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { withOwnProduct as test } from './with-own-product';

// A plain file holds no ids of records: what others draw in the studio would come back under new ones.
test.use({ alone: 'import' });

/** A workspace file comes in whole or not at all. */

test('a broken file is refused, each problem with its line and column, and changes nothing', async ({ page }) => {
  await actAs(page, 'fabio');
  const before = await everything(page);
  const lines = before.file.split('\n');
  const at = lines.findIndex((line) => /cardinality: /.test(line));
  const indent = (lines[at] ?? '').search(/\S/);
  lines[at] = `${' '.repeat(indent)}cardinality: sometimes`;

  const dialog = await openImport(page);
  await dialog.getByRole('textbox', { name: 'The file' }).fill(lines.join('\n'));
  await dialog.getByRole('button', { name: 'Import' }).click();
  const problem = dialog.getByRole('listitem');
  await expect(problem).toHaveCount(1);
  await expect(problem).toContainText(new RegExp(`^${at + 1}:${indent + 1 + 'cardinality: '.length}`));
  await expect(problem).toContainText('cardinality');

  await dialog.getByRole('textbox', { name: 'The file' }).fill('headwater: 1\nworkspace:\n  name: [Casa');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByRole('listitem').first()).toContainText(/^3:\d+/);

  // What takes long says so, and can be stopped.
  await page.route('**/api/v1/workspace/import', () => {});
  await dialog.getByRole('textbox', { name: 'The file' }).fill(before.file);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByRole('status')).toContainText('all of it, or nothing');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The import was stopped')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeEnabled();
  expect(await everything(page)).toEqual(before);
});

test('what was downloaded and is brought in again changes nothing', async ({ page }) => {
  await actAs(page, 'fabio');
  const before = await everything(page);
  await page.goto('/catalog');
  await page.getByRole('button', { name: /Workspace menu/ }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download the workspace file' }).click();
  const file = await (await coming).path();
  expect(readFileSync(file, 'utf8')).toBe(before.file);

  const dialog = await openImport(page);
  await dialog.getByLabel('Workspace file').setInputFiles(file);
  await expect(dialog.getByRole('textbox', { name: 'The file' })).toHaveValue(before.file);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Casa Verde is in', { exact: true })).toBeVisible();
  expect(await everything(page)).toEqual(before);
});

async function openImport(page: Page): Promise<Locator> {
  if (!page.url().endsWith('/catalog')) await page.goto('/catalog');
  await page.getByRole('button', { name: /Workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Import a workspace file…' }).click();
  return page.getByRole('dialog', { name: 'Import a workspace file' });
}

/** The workspace as its file, and of each consumer what is drawn, its versions and what is asked. */
async function everything(page: Page) {
  const read = async (path: string) => (await page.request.get(`/api/v1/${path}`)).text();
  const { products } = JSON.parse(await read('products?limit=100'));
  const drawn: string[] = products
    .filter((one: { alignment: string }) => one.alignment === 'consumer')
    .map((one: { key: string }) => one.key);
  return {
    file: await read('workspace/file'),
    // A draft that says what is published may go: nothing is lost with it.
    products: products.map(({ hasDraft: _, ...product }: { hasDraft: boolean }) => product),
    records: await Promise.all(drawn.map(async (key) => JSON.parse(await read(`products/${key}/draft`)).records)),
    versions: await Promise.all(drawn.map((key) => read(`products/${key}/versions`))),
  };
}
