import { expect, type Locator, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

test.use({ alone: 'keyboard' });

/** From a blank page to an accepted ask without a pointer; everything is found by what it is called. */
test.describe.configure({ timeout: 120_000 });

test('by keyboard alone: draw what is there and what is missing, need it, send it, and have it accepted', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const studio = new Studio(page);
  const { keyboard } = page;
  const name = studio.inspector.getByRole('textbox', { name: /^Name: / });
  const naming = page.getByRole('textbox', { name: 'Name of the entity' });
  const namingField = page.getByRole('textbox', { name: 'Name of the field' });
  const undo = studio.toolbar.getByRole('button', { name: /^Undo/ });

  await test.step('a new model begins from the palette', async () => {
    await actAs(page, 'ana');
    await page.goto('/home');
    await expect(page.getByRole('region', { name: /^Your models/ })).toContainText('Retention');
    await choose(page, 'New model');
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    await keyboard.type('By keyboard');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Four questions/ })).toBeFocused();
  });

  await test.step('two entities are brought in from what exists, with their fields, keys and line', async () => {
    const search = page.getByRole('textbox', { name: 'Search what exists' });
    await tabTo(page, search, 'Shift+Tab');
    await keyboard.press('Tab');
    const row = (called: string) => page.getByRole('treeitem', { name: new RegExp(`^${called}(,|$)`) });
    await tabTo(page, row('Customer 360'));
    await keyboard.press('ArrowRight');
    for (const entity of ['Order', 'Customer']) {
      await keyboard.press('ArrowDown');
      await expect(row(entity).first()).toBeFocused();
      await keyboard.press('Enter');
      await expect(studio.card(entity)).toBeVisible();
    }
    await expect(studio.inspector).toContainText('Each order has one customer');
  });

  await test.step('N draws an entity nobody has yet; Enter goes on to its fields, Enter again renames it', async () => {
    await page.getByRole('application').focus();
    await keyboard.press('n');
    await expect(naming).toBeFocused();
    await keyboard.type('Vucher');
    await keyboard.press('Enter');
    for (const field of ['Voucher id', 'Order number', 'Worth']) {
      await expect(namingField).toHaveValue('');
      await keyboard.type(field);
      await keyboard.press('Enter');
      await expect(studio.field('Vucher', field)).toBeVisible();
    }
    await keyboard.press('Escape');
    await expect(name).toHaveValue('Vucher');
    await keyboard.press('Enter');
    await expect(naming).toBeFocused();
    await keyboard.type('Voucher');
    await keyboard.press('Enter');
    await expect(studio.card('Voucher').getByRole('listitem')).toHaveCount(3);
  });

  await test.step('a field goes up and down, and is joined by typing', async () => {
    await keyboard.press('f');
    await keyboard.press('ArrowDown');
    await expect(name).toHaveValue('Order number');
    await keyboard.press('Alt+ArrowDown');
    await expect(studio.card('Voucher').getByRole('listitem').last()).toContainText('Order number');
    await keyboard.press('j');
    await page.getByRole('dialog', { name: 'Join Order number with' }).getByRole('combobox').waitFor();
    await keyboard.type('Order number');
    await expect(page.getByRole('option', { name: 'Order number', selected: true })).toBeVisible();
    await keyboard.press('Enter');
    await expect(studio.inspector.getByRole('combobox', { name: /^How many/ })).toHaveText(
      'Each voucher has one order',
    );
  });

  await test.step('Tab and arrows walk over cards; Delete asks what goes along, Control+Z brings it all back', async () => {
    await keyboard.press('Escape');
    await keyboard.press('ArrowRight');
    const focused = page.locator(':focus');
    await expect
      .poll(async () =>
        studio
          .card(await name.inputValue())
          .and(focused)
          .count(),
      )
      .toBe(1);
    const first = await name.inputValue();
    for (let presses = 0; presses < 6 && (await name.inputValue()) === first; presses++) await keyboard.press('Tab');
    await expect(name).not.toHaveValue(first);
    await find(page, 'Voucher');
    await expect(name).toHaveValue('Voucher');
    await keyboard.press('Delete');
    const sure = page.getByRole('dialog', { name: 'Delete Voucher?' });
    await sure
      .or(page.getByText('Voucher deleted', { exact: true }))
      .first()
      .waitFor();
    if (await sure.isVisible()) await keyboard.press('Enter');
    await expect(studio.card('Voucher')).toHaveCount(0);
    await expect(undo).toHaveAccessibleName('Undo: Delete Voucher');
    await keyboard.press('Control+z');
    await expect(page.getByRole('status').filter({ hasText: 'Undone: Delete Voucher' })).toBeAttached();
    await expect(studio.card('Voucher')).toBeVisible();
  });

  await test.step('M draws a metric, with its measure, from the entity that is found with /', async () => {
    await find(page, 'Order');
    await expect(name).toHaveValue('Order');
    await keyboard.press('m');
    const form = page.getByRole('dialog', { name: 'Draw a metric' });
    await tabTo(page, form.getByRole('combobox', { name: 'By which date' }));
    await keyboard.press('Enter');
    await keyboard.type('ordered at');
    await expect(page.getByRole('option', { name: 'ordered at' })).toBeFocused();
    await keyboard.press('Enter');
    await tabTo(page, form.getByRole('textbox', { name: 'Name' }));
    await keyboard.type('Orders placed');
    await expect(form).toContainText('Orders placed is the number of Orders, by ordered at');
    await keyboard.press('Enter');
    await expect(page.getByRole('application').getByRole('group', { name: 'Orders placed' })).toBeVisible();
  });

  await test.step('I goes to what it needs: how old it may be, exactly', async () => {
    await keyboard.press('Escape');
    await keyboard.press('i');
    await tabTo(page, studio.inspector.getByRole('textbox', { name: 'At most this old' }));
    await keyboard.type('13 h 20');
    await keyboard.press('Enter');
    await studio.isSaved();
    await expect(studio.strip).toContainText('Customer Data');
  });

  await test.step('it is sent upstream', async () => {
    await choose(page, 'Send upstream');
    const dialog = page.getByRole('dialog', { name: /^Send upstream|^Sent upstream/ });
    await tabTo(page, dialog.getByRole('textbox', { name: 'Why, for the people who are asked' }));
    await keyboard.type('Whether vouchers pay');
    await tabTo(page, dialog.getByRole('button', { name: /^Send/ }));
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Sent upstream' })).toContainText('is version 1 now');
    await keyboard.press('Escape');
  });

  await test.step('who owns what is asked finds it in the inbox and accepts', async () => {
    await choose(page, 'Act as Bruno');
    await expect(page.getByText('Demo · acting as Bruno')).toBeVisible();
    await page.goto('/inbox?ask=cdp-by-keyboard~agg-customer-360');
    const ask = page.getByRole('article');
    await expect(ask).toContainText('asked 13 h 20 · offered 13 h 40 · 20 min short');
    await keyboard.press('a');
    await expect(ask).toContainText(/Accepted by Bruno Lima/i);
  });
});

/** Types a command into the palette and takes it. */
async function choose(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(command);
  await expect(page.getByRole('option', { name: new RegExp(`^${command}`), selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Jumps to something on the canvas by its name. */
async function find(page: Page, called: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(called);
  await expect(page.getByRole('option', { name: new RegExp(`^${called} ?entity`), selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

/** Tab by Tab until it is reached, as a person would; whatever takes too many is out of reach. */
async function tabTo(page: Page, there: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await there.first().waitFor();
  const isThere = () => there.evaluateAll((found) => found.some((one) => one === document.activeElement));
  for (let presses = 0; presses < 60 && !(await isThere()); presses++) await page.keyboard.press(key);
  await expect(there.first()).toBeFocused();
}
