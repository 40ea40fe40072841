import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { boxOf, middleOf } from './by-hand';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test.describe.configure({ timeout: 180_000 });
// Places are measured between gestures: without motion the board is where it goes to at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('hiding, keeping a view, saying more about what is drawn, and taking the drawing along', async ({ page }) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const zoom = page.getByRole('toolbar', { name: 'Zoom' });
  const openView = () => zoom.getByRole('button', { name: /^View/ }).click();

  await test.step('what is hidden stays in the model, is counted, and comes back alone or altogether', async () => {
    await studio.title('Review').click();
    await page.keyboard.press('h');
    await expect(studio.card('Review')).toHaveCount(0);
    await expect(page.getByText('1 hidden', { exact: true })).toBeVisible();
    await studio.title('Order').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Add related (1 hidden)' }).click();
    await expect(studio.card('Review')).toBeVisible();
    await studio.title('Order').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Hide everything else/ }).click();
    await page.keyboard.press('Shift+H');
    await expect(page.getByText(/^\d+ hidden$/)).toHaveCount(0);
  });

  await test.step('a view is kept under a name and opened again, after a reload too', async () => {
    await studio.title('Review').click();
    await page.keyboard.press('h');
    await openView();
    await page.getByRole('menuitem', { name: 'Keep this view…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep this view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Without reviews');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await page.keyboard.press('Shift+H');
    await expect(studio.card('Review')).toBeVisible();
    await studio.isSaved();
    await page.reload();
    await studio.isOpen();
    await openView();
    await page.getByRole('menuitem', { name: 'Without reviews' }).click();
    await expect(studio.card('Review')).toHaveCount(0);
    await page.keyboard.press('Shift+H');
    await expect(studio.card('Review')).toBeVisible();
  });

  await test.step('names only, keys, and everything again', async () => {
    const fields = studio.card('Order').getByRole('listitem');
    const all = await fields.count();
    await openView();
    await page.getByRole('menuitemradio', { name: 'Names only' }).click();
    await expect(fields).toHaveCount(0);
    await openView();
    await page.getByRole('menuitemradio', { name: 'Names and keys' }).click();
    await expect(fields).not.toHaveCount(0);
    expect(await fields.count()).toBeLessThan(all);
    await openView();
    await page.getByRole('menuitemradio', { name: 'By zoom' }).click();
    await expect(fields).toHaveCount(all);
  });

  await test.step('a click on a line’s words opens how many, and its role', async () => {
    await page.locator('[data-line]').first().click();
    const says = page.getByRole('dialog', { name: 'What the line says' });
    const role = says.getByRole('textbox', { name: /^Role/ });
    await role.fill('Paying Side');
    await role.press('Enter');
    await expect(role).toHaveValue('paying_side');
    await expect(says.getByRole('combobox', { name: /^How many/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(says).toHaveCount(0);
    await page.keyboard.press('Control+z');
  });

  await test.step('several fields are told at once who may see them', async () => {
    const fields = studio.card('Order').getByRole('listitem');
    await fields.nth(0).click();
    await fields.nth(1).click({ modifiers: ['Shift'] });
    await expect(studio.inspector.getByRole('heading', { name: '2 things' })).toBeVisible();
    await studio.inspector.getByRole('combobox', { name: 'Who may see them' }).click();
    await page.getByRole('option', { name: 'confidential' }).click();
    await fields.nth(1).click();
    await expect(studio.inspector.getByRole('combobox', { name: 'Who may see it' })).toHaveText(/confidential/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
  });

  await test.step('in the inspector a field is dragged to another place', async () => {
    await studio.title('Order').click();
    const listed = studio.inspector.getByRole('list', { name: 'Fields' }).getByRole('listitem');
    await expect(listed.last()).toContainText('Late');
    await listed.last().dragTo(listed.first());
    await expect(listed.first()).toContainText('Late');
    await expect(studio.card('Order').getByRole('listitem').first()).toContainText('Late');
    await page.keyboard.press('Control+z');
    await expect(listed.last()).toContainText('Late');
  });

  await test.step('a formula is written with the names people use, which are offered while one types', async () => {
    await studio.title('Churn rate').click();
    const formula = studio.inspector.getByRole('textbox', { name: 'The formula' });
    await formula.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' + late del', { delay: 20 });
    const offered = page.getByRole('option', { name: 'Late delivery rate' });
    await expect(offered).toBeVisible();
    // A list that is still being looked up for the last letter takes no press.
    await expect(async () => {
      if (await offered.isVisible()) await offered.dispatchEvent('mousedown');
      await expect(formula).toHaveText(/\+ Late delivery rate$/, { timeout: 1_000 });
    }).toPass();
    await expect(studio.card('Churn rate')).toContainText('late delivery rate');
    await page.keyboard.press('Escape');
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+z');
    await expect(studio.card('Churn rate')).not.toContainText('late delivery rate');
    await page.keyboard.press('Escape');
  });

  await test.step('a condition that is asked for is written at once', async () => {
    await studio.title('New customers').click();
    const some = studio.inspector.getByRole('button', { name: 'Only some rows' });
    await some.click();
    await expect(studio.inspector.getByRole('textbox', { name: 'Only where' })).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(some).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('in the tree a circle is refused and a metric is cut by what is dragged out of it, which is told', async () => {
    await page.getByRole('tab', { name: 'Metric tree' }).click();
    const tree = page.getByRole('tabpanel', { name: 'Metric tree' });
    const metric = (name: string) => tree.getByRole('button', { name: new RegExp(`^${name}(?! is )`) });
    await metric('Churn rate').hover();
    const churn = await boxOf(metric('Churn rate'));
    await page.mouse.move(churn.x, churn.y + churn.height / 2);
    await page.mouse.down();
    const part = await middleOf(metric('Active in two years'));
    await page.mouse.move(part.x, part.y, { steps: 5 });
    await page.mouse.up();
    await expect(page.getByText('it would run in a circle')).toBeVisible();
    await metric('Freight charged').hover();
    const freight = await boxOf(metric('Freight charged'));
    await page.mouse.move(freight.x + freight.width, freight.y + freight.height / 2);
    await page.mouse.down();
    await page.mouse.move(freight.x + freight.width + 90, freight.y + freight.height / 2 + 20, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('dialog', { name: 'What moves Freight charged' }).getByRole('combobox').fill('categ');
    await page.keyboard.press('Enter');
    const cut = tree.getByRole('button', { name: 'Freight charged is cut by category of Order item' });
    await expect(cut).toHaveAttribute('aria-pressed', 'true');
    await cut.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(metric('Freight charged')).toBeFocused();
    await expect(metric('Freight charged')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(cut).toBeFocused();

    await page.getByRole('tab', { name: 'Versions' }).click();
    await expect(page.getByRole('region', { name: 'Drawn since' })).toContainText(
      'In the metric tree, “Freight charged is cut by category of Order item” is new.',
    );
    await page.getByRole('button', { name: 'Compare on the canvas' }).first().click();
    const compared = page.getByRole('complementary', { name: 'Compared' });
    await expect(compared).toContainText('1 new in the metric tree');
    await compared.getByRole('button', { name: 'Stop comparing' }).click();
    await page.getByRole('application').focus();
  });

  await test.step('the version that was sent last is gone back to, and undo brings back what was drawn', async () => {
    await page.getByRole('tab', { name: 'Versions' }).click();
    const since = page.getByRole('region', { name: 'Drawn since' });
    await expect(since).toContainText('is cut by category of Order item');
    await page.getByRole('button', { name: 'Go back to it' }).first().click();
    await expect(page.getByText(/^The drawing is version \d+ again$/)).toBeVisible();
    await expect(page.getByText('is cut by category of Order item')).toHaveCount(0);
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: 'Versions' }).click();
    await expect(since).toContainText('is cut by category of Order item');
    await page.getByRole('tab', { name: 'Canvas' }).click();
    await page.getByRole('application').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
  });

  await test.step('SVG, PNG, YAML and Markdown hold what is drawn', async () => {
    expect(await taken(page, 'Drawing (SVG)')).toMatch(/>Customer<\/text>/);
    expect((await taken(page, 'Picture (PNG)')).slice(1, 4)).toBe('PNG');
    expect(await taken(page, 'Text (YAML)')).toMatch(/entities:/);
    expect(await taken(page, 'Page to read (Markdown)')).toMatch(/^## Customer$/m);
  });
});

/** What ends up in the file. */
async function taken(page: Page, what: string): Promise<string> {
  await page.getByRole('button', { name: 'Take it along' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: what }).click(),
  ]);
  return readFileSync(await download.path(), 'latin1');
}
