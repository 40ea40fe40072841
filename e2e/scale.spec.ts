import { expect, type Page } from '@playwright/test';
import { actAs } from './act-as';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** A model of 300 entities opens, pans, is searched and drawn in like a small one. */
// Places are measured between gestures: without motion the board is where it goes to at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });
const ENTITIES = 300;
const FIELDS = 25;
const RELATIONSHIPS = 500;

test('a model of 300 entities and 500 lines opens, moves, and lets itself be changed', async ({ page }) => {
  await actAs(page, 'fabio');
  await bringIn(page);
  const studio = await Studio.open(page, { product: 'cdp-atlas', person: 'elisa' });
  const outline = page.getByRole('complementary', { name: 'Outline' });
  await page.getByRole('radio', { name: 'Outline' }).click();
  const listed = outline.getByRole('region', { name: 'Entities' });
  await expect(listed.getByRole('heading')).toHaveText(`Entities ${ENTITIES}`);
  expect(await listed.getByRole('button').count()).toBeLessThan(ENTITIES / 2);

  await test.step('everything at once, then one of them out of the list', async () => {
    await page.getByRole('button', { name: 'Show everything' }).click();
    await expect(page.getByRole('img', { name: /^The whole drawing from afar/ })).toBeVisible();
    await listed.getByRole('button').first().hover();
    await page.mouse.wheel(0, 150 * 28);
    await outline.getByRole('button', { name: /^Thing 150\b/ }).click();
    await expect(studio.inspector.getByRole('textbox', { name: /^Name: / })).toHaveValue('Thing 150');
    await expect(studio.card('Thing 150')).toBeInViewport();
  });

  await test.step('the wheel pans; what is far away is not drawn', async () => {
    const card = studio.card('Thing 150');
    const before = await card.boundingBox();
    await card.hover();
    await page.mouse.wheel(0, 120);
    await expect.poll(async () => (await card.boundingBox())?.y).not.toBe(before?.y);
    expect(await page.getByRole('application').getByRole('article').count()).toBeLessThan(ENTITIES / 2);
  });

  await test.step('where the pointer rests on a card, what does not belong to it steps back', async () => {
    const fading = page.getByRole('application').and(page.locator('[data-marks~="fading"]'));
    await outline.hover();
    await page.keyboard.press('Escape');
    await expect(fading).toHaveCount(0);
    await studio.card('Thing 150').hover({ position: { x: 60, y: 12 } });
    await expect(fading).toHaveCount(1);
    const bright = page.locator('.card[data-marks~="bright"]');
    await expect(bright.filter({ hasText: 'Thing 150' })).toHaveCount(1);
    expect(await bright.count()).toBeLessThan(await page.getByRole('application').getByRole('article').count());
    await outline.hover();
    await expect(fading).toHaveCount(0);
    await expect(bright).toHaveCount(0);
    await outline.getByRole('button', { name: /^Thing 150\b/ }).click();
  });

  await test.step('a second pair of fields dragged onto a line makes a key of two', async () => {
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('Thing 5');
    await page
      .getByRole('option', { name: /^Thing 5\b/ })
      .first()
      .click();
    await expect(studio.card('Thing 5')).toBeInViewport();
    await studio.title('Thing 5').hover();
    await page.mouse.wheel(-420, 0);
    await expect(studio.card('Thing 1')).toBeInViewport();
    await studio.field('Thing 5', 'Field 3').hover();
    await page.mouse.down();
    const target = await studio.field('Thing 1', 'Field 4').boundingBox();
    if (!target) throw new Error('The other end is not in sight.');
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 8 });
    await page.mouse.up();
    await page
      .getByRole('dialog', { name: 'One line or two' })
      .getByRole('button', { name: /^Both pairs/ })
      .click();
    const pairs = studio.inspector.getByRole('region', { name: 'Matched by' }).getByRole('listitem');
    await expect(pairs).toHaveText([/Field 1.*=.*Field 0/, /Field 3.*=.*Field 4/]);
    await page.keyboard.press('Control+z');
    await studio.isSaved();
  });

  await test.step('a long layout is told of and can be called off; done, it is shown as a whole', async () => {
    const before = await studio.card('Thing 1').boundingBox();
    // However fast the machine: the layout waits for its worker until it is called off.
    await page.route(/elk-worker/, () => {});
    await page.keyboard.press('t');
    await expect(page.getByRole('status').filter({ hasText: /^Laying out \d+ things/ })).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
    expect(await studio.card('Thing 1').boundingBox()).toEqual(before);
    await page.unroute(/elk-worker/);
    await page.keyboard.press('t');
    await expect(page.getByRole('img', { name: /^The whole drawing from afar/ })).toBeVisible({ timeout: 90_000 });
    await page.keyboard.press('Control+z');
    await studio.isSaved();
    await outline.getByRole('button', { name: /^Thing 150\b/ }).click();
  });

  await test.step('words typed for one card stay with it when another is selected before they are taken', async () => {
    const words = studio.inspector.getByRole('textbox', { name: 'In words' });
    await words.fill('One of many');
    await outline.getByRole('button', { name: /^Thing 151\b/ }).click();
    await expect(studio.inspector.getByRole('textbox', { name: /^Name: / })).toHaveValue('Thing 151');
    await expect(words).toHaveValue('');
    await outline.getByRole('button', { name: /^Thing 150\b/ }).click();
    await expect(words).toHaveValue('One of many');
  });

  await test.step('a name changes and is saved', async () => {
    const name = studio.inspector.getByRole('textbox', { name: /^Name: / });
    await name.fill('Thing of things');
    await name.press('Enter');
    await expect(studio.card('Thing of things')).toBeVisible();
    await studio.isSaved();
    await expect(outline.getByRole('button', { name: /^Thing of things/ })).toBeVisible();
  });
});

/** The workspace as it is, and one more model. */
async function bringIn(page: Page): Promise<void> {
  const file = await (await page.request.get('/api/v1/workspace/file')).text();
  const text = file.replace(/^products:\n/m, `products:\n${atlas()}\n`);
  await page.goto('/catalog');
  await page.getByRole('button', { name: /Workspace menu/ }).click();
  await page.getByRole('menuitem', { name: 'Import a workspace file…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a workspace file' });
  await dialog
    .getByLabel('Workspace file')
    .setInputFiles({ name: 'atlas.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) });
  await expect(dialog.getByRole('textbox', { name: 'The file' })).toHaveValue(/cdp-atlas/);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

function atlas(): string {
  const entities = count(ENTITIES).map((thing) =>
    [
      `        - key: thing_${thing}`,
      `          label: Thing ${thing}`,
      '          grain: [f0]',
      '          attributes:',
      ...count(FIELDS).map(
        (field) => `            - { key: f${field}, label: Field ${field}, type: ${typeOf(field)} }`,
      ),
    ].join('\n'),
  );
  const relationships = count(RELATIONSHIPS).map((line) => {
    const from = (line % (ENTITIES - 1)) + 1;
    const to = line < ENTITIES ? Math.floor((from - 1) / 4) : (from * 7) % from;
    return `        - { key: line_${line}, from: thing_${from}.f${1 + Math.floor(line / ENTITIES)}, to: thing_${to}.f0, cardinality: many-to-one }`;
  });
  return [
    '  - key: cdp-atlas',
    '    name: Atlas',
    '    domain: merchandising',
    '    owner: merchandising',
    '    status: draft',
    '    useCase: { decision: Where to look next, owner: merchandising }',
    '    model:',
    '      entities:',
    ...entities,
    '      relationships:',
    ...relationships,
    '      measures:',
    '        - { key: amount, label: Amount, entity: thing_5, aggregation: sum, expression: f20 }',
    '      metrics:',
    '        - { key: amount_of_things, label: Amount of things, kind: simple, measure: amount, time: thing_5.f24 }',
  ].join('\n');
}

function typeOf(field: number): string {
  if (field < 5) return 'string, role: identifier';
  if (field === 24) return 'timestamp, role: time';
  return field < 15 ? 'string, role: category' : 'decimal, role: number';
}

function count(many: number): number[] {
  return Array.from({ length: many }, (_, index) => index);
}
