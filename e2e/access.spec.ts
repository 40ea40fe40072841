import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { complaintsOf, expectNoBarrier } from './barriers';
import { boxOf } from './by-hand';
import { Studio } from './studio';
import { withOwnProduct } from './with-own-product';

/**
 * Every screen and what opens on it, in both themes: nothing that shuts somebody out, nothing the console complains of,
 * nothing from elsewhere. A screen is loaded once; its menus, dialogs and panels open on it one after the other.
 */
const test = withOwnProduct.extend<{ complaints: string[] }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints = complaintsOf(page, baseURL);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});
const MENU = '[role=menu]';
const DIALOG = '[role=dialog]';

test('the canvas, and everything that opens on it', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const { keyboard } = page;
  const zoom = page.getByRole('toolbar', { name: 'Zoom' });
  const closed = () => expect(page.locator(`${MENU}, ${DIALOG}`)).toHaveCount(0);
  const close = async () => {
    await keyboard.press('Escape');
    await closed();
  };
  await expect(page.getByRole('list', { name: 'By team' })).toBeVisible();
  await expectNoBarrier(page, 'the canvas');

  await studio.title('Customer').click();
  await expect(page.getByRole('textbox', { name: /^Name: / })).toHaveValue('Customer');
  await page.getByRole('region', { name: 'Problems' }).getByRole('button').first().click();
  await expectNoBarrier(page, 'an entity, with the problems open', 'aside, section[aria-label=Problems]');
  await studio.title('Repeat rate').click();
  await expectNoBarrier(page, 'a metric as a sentence', 'aside[aria-label=Inspector]');

  await studio.card('Customer').getByRole('listitem').first().click({ button: 'right' });
  await expectNoBarrier(page, 'the menu of a field', MENU);
  await close();
  await zoom.getByRole('button', { name: /^View/ }).click();
  await expectNoBarrier(page, 'how much is drawn', MENU);
  await close();

  await studio.title('Order').click();
  await keyboard.press('m');
  await page.getByRole('dialog', { name: 'Draw a metric' }).waitFor();
  await expectNoBarrier(page, 'a metric being drawn', DIALOG);
  await close();
  await studio.title('Order').click();
  await keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'Delete Order?' })).toBeVisible();
  await expectNoBarrier(page, 'what a deletion takes with it', DIALOG);
  await close();
  await keyboard.press('/');
  await keyboard.type('stars');
  await expect(page.getByRole('option', { name: /Stars/ }).first()).toBeVisible();
  await expectNoBarrier(page, 'the palette', DIALOG);
  await close();
  await keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await expectNoBarrier(page, 'the keys', DIALOG);
  await close();

  await page.getByRole('radio', { name: 'Outline' }).click();
  await page.getByRole('complementary', { name: 'Outline' }).waitFor();
  await expectNoBarrier(page, 'the outline', 'aside[aria-label=Outline]');
});

test('the other views of a model', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await actAs(page, 'ana');
  await page.goto('/studio/cdp-retention?tab=metrics');
  const tree = page.getByRole('tabpanel', { name: 'Metric tree' });
  await expect(tree).toContainText('Repeat rate');
  await expect(tree.getByRole('button', { name: 'Item revenue is cut by state of Customer' })).toBeVisible();
  await expectNoBarrier(page, 'the metric tree');
  await tree
    .getByRole('button', { name: /is believed to drive/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('is believed to drive');
  await expectNoBarrier(page, 'what people believe', 'aside[aria-label=Inspector]');

  await page.getByRole('tab', { name: 'Needs' }).click();
  const needs = page.getByRole('tabpanel', { name: 'Needs' });
  await expect(page.getByRole('list', { name: 'What is needed' }).getByRole('listitem')).not.toHaveCount(0);
  await expectNoBarrier(page, 'the needs');
  const slider = needs.getByRole('slider', { name: 'How old it may be' });
  const box = await boxOf(slider);
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2, { steps: 3 });
  await expect(needs).toContainText('must be at most 3 h old');
  await expectNoBarrier(page, 'an age that cannot be', '[role=tabpanel]');
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  await needs.getByRole('radio', { name: 'Daily' }).click();
  await needs.getByRole('button', { name: 'Need something more' }).click();
  await expectNoBarrier(page, 'a need being added', DIALOG);
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Code' }).click();
  await expect(page.getByRole('textbox', { name: 'The model as text' })).toContainText('repeat_rate');
  await expectNoBarrier(page, 'the code', '[role=tabpanel]');

  await page.getByRole('tab', { name: 'Versions' }).click();
  const versions = page.getByRole('list', { name: 'Versions' });
  await expect(versions.getByRole('button', { name: 'Compare on the canvas' })).toBeVisible();
  await expectNoBarrier(page, 'the versions', '[role=tabpanel]');
  await versions.getByRole('button', { name: 'Compare on the canvas' }).click();
  await expect(page.getByRole('application')).toBeVisible();
  await expectNoBarrier(page, 'a comparison');
});

test('a model that begins, and one that is sent', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const studio = await Studio.open(page, { product: 'cdp-category', person: 'elisa' });
  await page.getByRole('banner').getByRole('button', { name: 'Send upstream' }).click();
  await expect(page.getByRole('dialog', { name: 'Send upstream' }).getByRole('region').first()).toBeVisible();
  await expectNoBarrier(page, 'the plan that is sent', DIALOG);
  await page.keyboard.press('Escape');
  for (const [way, name] of [
    ['Begin with four questions', 'Four questions'],
    ['Begin with a template', 'Begin with a template'],
    ['Paste or upload tables', 'Paste or upload'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(way);
    await page.getByRole('option', { name: new RegExp(`^${way}`), selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary', { name })).toBeVisible();
    await expectNoBarrier(page, name, '[role=tabpanel]');
  }
  await expect(studio.card('Seller')).toBeVisible();
});

type Screen = {
  name: string;
  address: string;
  person: string;
  isThere: (page: Page) => Promise<void>;
  open?: Opening[];
};
type Opening = { name: string; open: (page: Page) => Promise<void>; within: string };
const dialog = (name: string, button: string | RegExp): Opening => ({
  name,
  open: async (page) => {
    await page.getByRole('button', { name: button }).first().click();
    await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
  },
  within: DIALOG,
});

const SCREENS: readonly Screen[] = [
  {
    name: 'an analyst’s home',
    address: '/home',
    person: 'ana',
    isThere: (page) => expect(page.getByRole('region', { name: /^Your models/ })).toContainText('Retention'),
  },
  {
    name: 'the home of whoever provides',
    address: '/home',
    person: 'bruno',
    isThere: (page) => expect(page.getByRole('region', { name: /^Who relies on you/ })).toContainText('Customer 360'),
  },
  {
    name: 'an analyst’s inbox',
    address: '/inbox',
    person: 'elisa',
    isThere: (page) => expect(page.getByRole('main')).toContainText('Nobody asks anything of you'),
  },
  {
    name: 'an ask in the inbox',
    address: '/inbox?ask=cdp-category~agg-order-economics~item',
    person: 'bruno',
    isThere: (page) => expect(page.getByRole('article').getByRole('heading', { level: 2 })).toContainText('Order item'),
  },
  {
    name: 'the catalog',
    address: '/catalog',
    person: 'carla',
    isThere: (page) => expect(page.getByRole('main')).toContainText('Customer 360'),
    open: [dialog('a product being founded', 'New product')],
  },
  {
    name: 'the page of a product',
    address: '/catalog/src-orders',
    person: 'carla',
    isThere: (page) => expect(page.getByRole('region', { name: /Who relies on it/ })).toContainText('Retention'),
    open: [
      {
        name: 'a work pack with its query',
        open: async (page) => {
          const pack = page.getByRole('region', { name: /Work pack/ });
          await pack
            .getByRole('button', { name: /^Query of/ })
            .first()
            .click();
          await expect(pack).toContainText('Left out:');
        },
        within: 'section:has(pre)',
      },
      {
        name: 'somebody being called',
        open: async (page) => {
          const comments = page.getByRole('region', { name: 'Comments' });
          await comments.getByRole('button', { name: 'Comment' }).click();
          await comments.getByRole('textbox', { name: 'Comment' }).pressSequentially('@');
          await expect(comments.getByRole('option')).not.toHaveCount(0);
        },
        within: 'main',
      },
      dialog('a product being edited', /^Edit$/),
    ],
  },
  {
    name: 'what we need not move',
    address: '/ledger',
    person: 'bruno',
    isThere: async (page) => {
      await expect(page.getByRole('region', { name: 'Per use case' })).toContainText('Retention');
      await page.getByRole('button', { name: /^shop\.orders/ }).click();
    },
  },
  {
    name: 'lineage, and what has nothing to do with a product',
    address: '/lineage?select=agg-order-economics&reach=1',
    person: 'davi',
    isThere: (page) => expect(page.getByRole('main')).toContainText('Customer 360'),
    open: [
      {
        name: 'one field from its column to its numbers',
        open: async (page) => {
          await page
            .getByRole('button', { name: /^Show \d+ more that Customer 360 (?:feeds|is made from)/ })
            .first()
            .click();
          await page.getByRole('button', { name: 'Follow a field' }).click();
          await page.getByRole('complementary').getByRole('button', { name: 'Price', exact: true }).click();
          await expect(page.getByRole('complementary')).toContainText('shop.order_items.price');
        },
        within: 'main',
      },
      {
        name: 'the lineage as a table',
        open: async (page) => {
          await page.goto('/lineage?select=src-orders&view=table');
          const table = page.getByRole('table', { name: 'Products on the lineage' });
          const retention = table.getByRole('row', { name: /^Retention\b/ });
          await expect(retention).toContainText('2 steps after it');
          await page.getByRole('textbox', { name: 'Filter the table' }).fill('Merchandising');
          await expect(retention).toHaveCount(0);
          await expect(table.getByRole('row', { name: /^Category revenue\b/ })).toBeVisible();
          const [file] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: 'CSV' }).click(),
          ]);
          expect(file.suggestedFilename()).toBe('lineage of Orders.csv');
        },
        within: 'main',
      },
    ],
  },
  {
    name: 'the teams',
    address: '/teams',
    person: 'fabio',
    isThere: (page) => expect(page.getByRole('main')).toContainText('Customer Data'),
    open: [dialog('a team being founded', 'New team'), dialog('a person being added', 'Add a person')],
  },
];

/** These look at theirs on a small screen. */
const NARROW = new Set(['carla', 'bruno']);

for (const person of new Set(SCREENS.map((screen) => screen.person)))
  test(`the screens ${person} works with`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (NARROW.has(person)) await page.setViewportSize({ width: 1024, height: 768 });
    await actAs(page, person);
    for (const { name, address, isThere, open = [] } of SCREENS.filter((screen) => screen.person === person)) {
      await page.goto(address);
      await isThere(page);
      await expectNoBarrier(page, name);
      for (const opening of open) {
        await opening.open(page);
        await expectNoBarrier(page, opening.name, opening.within);
        await page.keyboard.press('Escape');
      }
      await expectFits(page, name);
    }
  });

/** Enlarged to twice its size nothing of a page is out of reach: it never gets wider than the window. */
async function expectFits(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 720, height: 500 });
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('header button, header a, search button, main :is(button, a, input)')].flatMap(
      (one) => {
        const { right, width } = one.getBoundingClientRect();
        const isScrolled =
          one.closest('.react-flow, table, [class*="overflow-auto"], [class*="overflow-x-auto"]') !== null;
        return width > 0 && right > window.innerWidth + 1 && !isScrolled ? [one.outerHTML.slice(0, 160)] : [];
      },
    ),
  );
  expect.soft(beyond, `${what}, twice its size`).toEqual([]);
  if (size) await page.setViewportSize(size);
}
