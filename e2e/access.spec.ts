import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';

/** Every screen in both themes: nothing that shuts somebody out, nothing the console complains of, nothing from elsewhere. */
test.describe.configure({ timeout: 120_000 });
test.use({ actionTimeout: 30_000 });

type Screen = { name: string; address: string; person: string; isThere: (page: Page) => Promise<void> };

const SCREENS: readonly Screen[] = [
  {
    name: 'the canvas',
    address: '/studio/cdp-category',
    person: 'elisa',
    isThere: async (page) => {
      await expect(page.getByRole('application').getByRole('group', { name: 'Seller', exact: true })).toBeVisible();
      await expect(page.getByRole('list', { name: 'By team' })).toBeVisible();
    },
  },
  {
    name: 'an entity selected on the canvas',
    address: '/studio/cdp-retention',
    person: 'ana',
    isThere: async (page) => {
      await new Studio(page).title('Customer').click();
      await expect(page.getByRole('textbox', { name: /^Name: / })).toHaveValue('Customer');
      await page.getByRole('region', { name: 'Problems' }).getByRole('button').first().click();
    },
  },
  {
    name: 'the metric tree',
    address: '/studio/cdp-retention?tab=metrics',
    person: 'ana',
    isThere: (page) => expect(page.getByRole('tabpanel', { name: 'Metric tree' })).toContainText('Repeat rate'),
  },
  {
    name: 'the needs',
    address: '/studio/cdp-retention?tab=needs',
    person: 'ana',
    isThere: (page) =>
      expect(page.getByRole('list', { name: 'What is needed' }).getByRole('listitem')).not.toHaveCount(0),
  },
  {
    name: 'the versions',
    address: '/studio/cdp-category?tab=versions',
    person: 'elisa',
    isThere: (page) => expect(page.getByRole('list', { name: 'Versions' })).toContainText('1'),
  },
  {
    name: 'the dialog that sends upstream',
    address: '/studio/cdp-category',
    person: 'elisa',
    isThere: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Send upstream' }).click();
      await expect(page.getByRole('dialog', { name: 'Send upstream' }).getByRole('region').first()).toBeVisible();
    },
  },
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
    name: 'what is said about a product, with somebody being called',
    address: '/catalog/agg-customer-360',
    person: 'ana',
    isThere: async (page) => {
      const comments = page.getByRole('region', { name: 'Comments' });
      await comments.getByRole('button', { name: 'Comment' }).click();
      await comments.getByRole('textbox', { name: 'Comment' }).pressSequentially('@');
      await expect(comments.getByRole('option')).not.toHaveCount(0);
    },
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
  },
  {
    name: 'the page of a product',
    address: '/catalog/agg-customer-360',
    person: 'bruno',
    isThere: (page) => expect(page.getByRole('region', { name: /Who relies on it/ })).toContainText('Retention'),
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
    name: 'lineage',
    address: '/lineage',
    person: 'davi',
    isThere: (page) => expect(page.getByRole('main')).toContainText('Customer 360'),
  },
];

for (const theme of ['light', 'dark'] as const)
  for (const { name, address, person, isThere } of SCREENS)
    test(`${name}, ${theme}: no barrier, no complaint, nothing from elsewhere`, async ({ page, baseURL }) => {
      const complaints: string[] = [];
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== baseURL) complaints.push(`asked of ${request.url()}`);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await actAs(page, person);
      await page.goto(address);
      await expect(page.locator('html')).toHaveClass(theme === 'dark' ? /\bdark\b/ : /^((?!\bdark\b).)*$/);
      await isThere(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    });
