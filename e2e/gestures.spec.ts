import { expect, type Locator, type Page } from '@playwright/test';
import { boxOf, middleOf, take } from './by-hand';
import { Studio } from './studio';
import { withOwnProduct as test } from './with-own-product';

/** The drawing board by pointer and wheel: what people try on every canvas. */
test.describe.configure({ timeout: 180_000 });
test.use({
  permissions: ['clipboard-read', 'clipboard-write'],
  // Places are measured between gestures: without motion the board is where it goes to at once.
  contextOptions: { reducedMotion: 'reduce' },
});

test('what is done with cards, areas, lines and the board by hand', async ({ page }) => {
  const studio = await Studio.open(page, { product: 'cdp-retention', person: 'ana' });
  const zoom = page.getByRole('toolbar', { name: 'Zoom' });

  await test.step('a card in the hand comes into line with another, and Control lets it go', async () => {
    const customer = await middleOf(studio.title('Customer'));
    const before = await boxOf(studio.card('Customer'));
    const order = await boxOf(studio.card('Order'));
    const down = order.y - before.y + 3;
    await take(page, customer);
    await page.mouse.move(customer.x - 20, customer.y + down - 10, { steps: 4 });
    await page.mouse.move(customer.x - 20, customer.y + down, { steps: 2 });
    await expect(page.locator('[data-guides] line')).not.toHaveCount(0);
    await page.mouse.up();
    await expect(page.locator('[data-guides] line')).toHaveCount(0);
    expect((await boxOf(studio.card('Customer'))).y).toBeCloseTo(order.y, 0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await boxOf(studio.card('Customer'))).x).toBeCloseTo(before.x, 0);

    await take(page, customer);
    await page.keyboard.down('Control');
    await page.mouse.move(customer.x - 20, customer.y + down - 10, { steps: 4 });
    await page.mouse.move(customer.x - 20, customer.y + down, { steps: 2 });
    await expect(page.locator('[data-guides] line')).toHaveCount(0);
    await page.mouse.up();
    await page.keyboard.up('Control');
    expect((await boxOf(studio.card('Customer'))).y).toBeCloseTo(order.y + 3, 0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Escape');
  });

  await test.step('let go with Alt it leaves a copy; Escape puts back what is in the hand', async () => {
    const review = await middleOf(studio.title('Review'));
    const before = await boxOf(studio.card('Review'));
    await take(page, review);
    await page.mouse.move(review.x - 160, review.y + 40, { steps: 4 });
    await page.keyboard.press('Escape');
    await expect.poll(async () => Math.round((await boxOf(studio.card('Review'))).x - before.x)).toBe(0);
    await page.mouse.up();
    await take(page, review);
    await page.mouse.move(review.x - 160, review.y + 40, { steps: 4 });
    await page.keyboard.down('Alt');
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(studio.card('Review 2')).toBeVisible();
    expect((await boxOf(studio.card('Review'))).x).toBeCloseTo(before.x, 0);
    await page.keyboard.press('Control+z');
    await expect(studio.card('Review 2')).toHaveCount(0);
    await expect(studio.toolbar.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('an area carries its cards by its name, folds into a box, and goes alone; a card drawn out leaves it', async () => {
    const area = (words: string) => page.getByRole('group', { name: `Area Voices, ${words}`, exact: true });
    const anyArea = page.getByRole('group', { name: /^Area Voices/ });
    const places = async () => [await boxOf(studio.card('Review')), await boxOf(studio.card('Average review score'))];
    const before = await places();
    /** How far both cards stand from where they were, or null when they are not together any more. */
    const gone = async () => {
      const [[review, score], [wasReview, wasScore]] = [await places(), before];
      if (!review || !score || !wasReview || !wasScore) return null;
      const far = { x: Math.round(review.x - wasReview.x), y: Math.round(review.y - wasReview.y) };
      return Math.abs(score.x - wasScore.x - far.x) < 2 && Math.abs(score.y - wasScore.y - far.y) < 2 ? far : null;
    };
    await studio.title('Review').click();
    await page.keyboard.press('Control+g');
    await page.getByRole('textbox', { name: 'Name of the area' }).fill('Voices');
    await page.keyboard.press('Enter');
    await expect(area('1 entity, 1 metric')).toBeVisible();
    const { x, y } = await boxOf(area('1 entity, 1 metric'));
    const name = { x: x + 24, y: y + 14 };
    await take(page, name);
    await page.mouse.move(name.x - 120, name.y - 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => ((await gone())?.x ?? 0) < -80).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(gone).toEqual({ x: 0, y: 0 });

    const metric = await middleOf(studio.title('Average review score'));
    await take(page, metric);
    await page.mouse.move(metric.x - 300, metric.y, { steps: 4 });
    await page.mouse.up();
    await expect(area('1 entity')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(area('1 entity, 1 metric')).toBeVisible();

    await studio.title('Customer').click();
    await page.keyboard.press('Control+g');
    await page.getByRole('textbox', { name: 'Name of the area' }).fill('People');
    await page.keyboard.press('Enter');
    const people = await boxOf(page.getByRole('group', { name: /^Area People/ }));
    const customer = await boxOf(studio.card('Customer'));
    await page.mouse.click(name.x, name.y);
    await page.keyboard.down('Shift');
    await page.mouse.click(people.x + 24, people.y + 14);
    await page.keyboard.up('Shift');
    await expect(page.locator('[data-area][data-state=selected]')).toHaveCount(2);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await gone())?.y ?? 0).toBeGreaterThan(10);
    expect((await boxOf(studio.card('Customer'))).y - customer.y).toBeGreaterThan(10);
    await page.keyboard.press('Control+z');
    await expect.poll(gone).toEqual({ x: 0, y: 0 });
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('group', { name: /^Area People/ })).toHaveCount(0);

    const lines = page.locator('.react-flow__edge-relationship');
    const drawn = await lines.count();
    await page.mouse.click(name.x, name.y);
    await page.keyboard.press('b');
    await expect(area('folded, 1 entity, 1 metric')).toBeVisible();
    await expect(studio.card('Review')).toHaveCount(0);
    await expect(lines).toHaveCount(drawn);
    await page.keyboard.press('b');
    await expect(studio.card('Review')).toBeVisible();
    await expect.poll(gone).toEqual({ x: 0, y: 0 });

    await page.keyboard.press('Delete');
    await expect(anyArea).toHaveCount(0);
    await expect(studio.card('Review')).toBeVisible();
    for (const words of ['1 entity, 1 metric', 'folded, 1 entity, 1 metric', '1 entity, 1 metric']) {
      await page.keyboard.press('Control+z');
      await expect(area(words)).toBeVisible();
    }
    await page.keyboard.press('Control+z');
    await expect(anyArea).toHaveCount(0);
    await expect.poll(gone).toEqual({ x: 0, y: 0 });
    await expect(studio.toolbar.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('a field is copied into another entity; what cannot be drawn is refused with what can', async () => {
    await studio.card('Customer').getByRole('listitem').nth(1).click();
    await page.keyboard.press('Control+c');
    const fields = studio.card('Review').getByRole('listitem');
    const before = await fields.count();
    await studio.title('Review').click();
    await page.keyboard.press('Control+v');
    await expect(fields).toHaveCount(before + 1);
    await page.keyboard.press('Control+z');
    await expect(fields).toHaveCount(before);
    await page.evaluate(() => navigator.clipboard.writeText('Lunch at twelve?'));
    await page.keyboard.press('Control+v');
    await expect(page.getByText('There is nothing to draw in what was copied')).toBeVisible();
    await page.evaluate(() => navigator.clipboard.writeText('Campaign id\tSpend\n1\t12.5\n2\t8'));
    await page.keyboard.press('Control+v');
    await expect(studio.field('Pasted table', 'Campaign id')).toBeVisible();
    await expect(studio.field('Pasted table', 'Spend')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(studio.card('Pasted table')).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('Control+F finds what is drawn, and says beside it what it is', async () => {
    await page.keyboard.press('Control+f');
    const palette = page.getByRole('dialog', { name: 'Search and commands' });
    await palette.getByRole('combobox').fill('churn');
    await expect(palette.getByRole('region', { name: 'Preview' })).toContainText('Churn rate is worked out as');
    await page.keyboard.press('Enter');
    await expect(studio.inspector.getByRole('textbox', { name: /^Name: / })).toHaveValue('Churn rate');
    await page.keyboard.press('Escape');
  });

  await test.step('a card is pasted under the pointer, and its link leads to it', async () => {
    await studio.title('Customer').click({ button: 'right' });
    await expect(page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
    await expect(page.locator('[data-aria-hidden=true] :is(a, button, [tabindex])').first()).toBeAttached();
    await expect(page.locator('[data-aria-hidden=true]:not([inert])')).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    await expect(page.locator('[inert]')).toHaveCount(0);
    await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(link.searchParams.get('select')).toMatch(/customer$/);
    expect(link.searchParams.get('at')).toMatch(/^-?\d+,-?\d+,\d+,\d+$/);
    await page.keyboard.press('Control+c');
    const board = await boxOf(page.getByRole('application'));
    const at = { x: (await middleOf(studio.card('Customer'))).x, y: board.y + board.height - 220 };
    await page.mouse.move(at.x, at.y);
    await page.keyboard.press('Control+v');
    const pasted = await boxOf(studio.card('Customer 2'));
    expect(pasted.x + pasted.width / 2).toBeCloseTo(at.x, -1);
    expect(at.y - pasted.y).toBeGreaterThan(0);
    expect(at.y - pasted.y).toBeLessThan(40);
    await page.keyboard.press('Control+z');
    await expect(studio.card('Customer 2')).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('an end of a line is put onto another field; where it cannot be, its reason is said', async () => {
    const end = page.locator('[data-line-end="to"]').first();
    const pairs = studio.inspector.getByRole('region', { name: 'Matched by' }).getByRole('listitem');
    const carry = async (to: Locator) => {
      // Clear of its card, which lies over the other half.
      const { x, y } = await middleOf(end);
      await take(page, { x: x + 6, y });
      const there = await middleOf(to);
      await page.mouse.move(there.x, there.y, { steps: 4 });
    };
    await carry(studio.field('Customer', 'Orders'));
    await expect(studio.field('Customer', 'Orders')).toHaveAttribute('data-state', 'refused-over');
    await expect(page.getByRole('status').filter({ hasText: /they can never be equal/ })).toBeVisible();
    await page.mouse.up();
    await expect(page.getByText('This end cannot be put there')).toBeVisible();
    await carry(studio.field('Customer', 'State'));
    await expect(studio.field('Customer', 'State')).toHaveAttribute('data-state', 'over');
    await page.mouse.up();
    await expect(pairs).toHaveText([/Customer.*=.*State/]);
    await page.keyboard.press('Control+z');
    await expect(pairs).toHaveText([/Customer.*=.*Customer/]);
    await expect(studio.toolbar.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    await page.keyboard.press('Escape');
  });

  await test.step('what is drawn around adds with Shift and is given up with Escape; of several, a click is for one', async () => {
    const chosen = (count: number) => expect(page.locator('.react-flow__node.selected')).toHaveCount(count);
    const order = await boxOf(studio.card('Order'));
    const ground = { x: order.x - 24, y: order.y + order.height + 8 };
    const around = async () => {
      await page.mouse.move(ground.x, ground.y);
      await page.mouse.down();
      await page.mouse.move(order.x + 20, order.y + order.height - 20, { steps: 4 });
    };
    await studio.title('Review').click();
    await page.keyboard.down('Shift');
    await around();
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await chosen(2);
    await around();
    await chosen(1);
    await page.keyboard.press('Escape');
    await expect(page.locator('.react-flow__selection')).toHaveCount(0);
    await chosen(2);
    await page.mouse.up();
    await chosen(2);
    const { x, y } = await middleOf(studio.title('Order'));
    await page.mouse.click(x, y);
    await chosen(1);
    await expect(studio.inspector.getByRole('textbox', { name: /^Name: / })).toHaveValue('Order');
    const fields = studio.card('Order').getByRole('listitem');
    await fields.nth(1).click();
    await fields.nth(3).click({ modifiers: ['Shift'] });
    await expect(studio.inspector.getByRole('heading', { name: '3 things' })).toBeVisible();
    await page.mouse.click(ground.x, ground.y);
    await chosen(0);
    await page.keyboard.press('ArrowRight');
    await chosen(1);
    await page.keyboard.press('Escape');
  });

  await test.step('the panel beside the board is drawn wider, by hand and by keyboard, and put back', async () => {
    const edge = page.getByRole('separator', { name: 'Width of the inspector' });
    const { width } = await boxOf(studio.inspector);
    const at = await middleOf(edge);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 80, at.y, { steps: 4 });
    await page.mouse.up();
    await expect(edge).toHaveAttribute('aria-valuenow', String(width + 80));
    expect((await boxOf(studio.inspector)).width).toBe(width + 80);
    await edge.press('ArrowRight');
    await expect(edge).toHaveAttribute('aria-valuenow', String(width + 64));
    await edge.dblclick();
    await expect(edge).toHaveAttribute('aria-valuenow', String(width));
    expect((await boxOf(studio.inspector)).width).toBe(width);
  });

  await test.step('plus, minus and nought bring nearer, take away, and show everything as large as it is', async () => {
    const near = (percent: RegExp) => expect(zoom.getByRole('button', { name: percent })).toBeVisible();
    await page.keyboard.press('0');
    await near(/^Zoom 100 %/);
    await page.keyboard.press('-');
    await near(/^Zoom 83 %/);
    await page.keyboard.press('+');
    await near(/^Zoom 100 %/);
    await page.keyboard.press('Shift+1');
  });

  await test.step('Space and the middle button move the board; who is lost is led back', async () => {
    const board = await boxOf(page.getByRole('application'));
    const from = { x: board.x + board.width - 60, y: board.y + board.height / 2 };
    const before = await boxOf(studio.card('Customer'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(from.x - 80, from.y, { steps: 4 });
    await page.mouse.up({ button: 'middle' });
    await expect.poll(async () => Math.round((await boxOf(studio.card('Customer'))).x - before.x)).toBe(-80);
    // From a card as well: while Space is held nothing is taken hold of but the board.
    const order = await boxOf(studio.card('Order'));
    const card = await middleOf(studio.title('Customer'));
    await page.keyboard.down('Space');
    await page.mouse.move(card.x, card.y);
    await page.mouse.down();
    await page.mouse.move(card.x - 60, card.y, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up('Space');
    await expect.poll(async () => Math.round((await boxOf(studio.card('Order'))).x - order.x)).toBe(-60);
    await expect.poll(async () => Math.round((await boxOf(studio.card('Customer'))).x - before.x)).toBe(-140);
    await expect(page).toHaveURL(/[?&]at=/);
    await page.mouse.wheel(0, 9_000);
    const lost = page.getByRole('status').filter({ hasText: 'The drawing is out of sight.' });
    await expect(lost).toBeVisible();
    await lost.getByRole('button', { name: 'Show everything' }).click();
    await expect(lost).toHaveCount(0);
    await expect(studio.card('Customer')).toBeInViewport();
  });
});

/** GESTURES=1000 for a hunt. */
const GESTURES = Number(process.env.GESTURES ?? 30);

test('gestures of every kind, undone one by one, leave the first drawing exactly as it was', async ({ page }) => {
  test.setTimeout(150_000 + GESTURES * 1_000);
  const studio = await Studio.open(page, { product: 'cdp-category', person: 'elisa' });
  const { keyboard } = page;
  const undo = studio.toolbar.getByRole('button', { name: /^Undo/ });
  await studio.isSaved();
  const before = await drawn(page);
  const next = numbers(20_261_122);
  const arrows = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
  const go = () => keyboard.press(arrows[next(arrows.length)] ?? 'ArrowRight');
  const gestures: (() => Promise<void>)[] = [
    async () => keyboard.press(`Alt+${arrows[next(arrows.length)]}`),
    async () => keyboard.press('Control+d'),
    async () => keyboard.press('h'),
    async () => keyboard.press('Shift+H'),
    async () => {
      await keyboard.press('Control+g');
      await keyboard.type(`Group ${next(1_000)}`);
      await keyboard.press('Enter');
    },
    async () => keyboard.press('b'),
    async () => keyboard.press('Control+Shift+G'),
    async () => {
      await keyboard.press('Enter');
      await keyboard.type(`Name ${next(1_000)}`);
      await keyboard.press('Enter');
    },
    async () => {
      await keyboard.press('n');
      await keyboard.type(`Thing ${next(1_000)}`);
      await keyboard.press('Enter');
      await keyboard.type('Code');
      await keyboard.press('Enter');
      await keyboard.press('Escape');
    },
    async () => {
      await keyboard.press('Delete');
      const sure = page.getByRole('dialog', { name: /^Delete / });
      if (await sure.isVisible()) await sure.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(sure).toHaveCount(0);
    },
    async () => {
      const cards = page.getByRole('application').getByRole('group');
      const shown = await cards.count(); // none where everything is hidden or out of sight
      const box = shown === 0 ? null : await cards.nth(next(shown)).boundingBox();
      if (!box) return;
      await take(page, { x: box.x + 50, y: box.y + 12 });
      await page.mouse.move(box.x + 50 + next(90), box.y + 12 + next(90), { steps: 3 });
      await page.mouse.up();
    },
  ];
  for (let count = 0; count < GESTURES; count++) {
    await go();
    await gestures[next(gestures.length)]?.();
  }
  await keyboard.press('Escape');
  await expect.poll(() => drawn(page)).not.toEqual(before);

  for (let rounds = 0; rounds < 10 + GESTURES && (await undo.getAttribute('aria-disabled')) !== 'true'; rounds++)
    for (let steps = 0; steps < 6; steps++) await keyboard.press('Control+z');
  await expect(undo).toBeDisabled();
  await studio.isSaved();
  await expect.poll(() => drawn(page)).toEqual(before);
});

/** The draft as the server has it; places of records that are gone again do not count. */
async function drawn(page: Page) {
  const { records, layout } = await (await page.request.get('/api/v1/products/cdp-category/draft')).json();
  const ids = new Set(records.map(({ id }: { id: string }) => id));
  const positions = Object.fromEntries(Object.entries(layout.positions).filter(([id]) => ids.has(id)));
  return { records, positions, hidden: layout.hidden ?? [], pinned: layout.pinned ?? [], areas: layout.areas ?? {} };
}

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
