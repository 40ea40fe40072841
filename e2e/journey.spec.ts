import { expect, type Locator, type Page, test } from '@playwright/test';
import { boxOf } from './by-hand';

// Places are measured between gestures: without motion the board is where it goes to at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/**
 * The main job, end to end, on the story of Casa Verde: from a field dragged out of its card to a product page that says
 * who relies on it. One test, because each step stands on the one before.
 */
test('a drawing becomes an ask, with its reason, and is accepted', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/studio\/cdp-retention/);
  await expect(page.getByText('Demo · acting as Ana')).toBeVisible();
  await expect(strip(page)).toContainText('33 % of the estate’s bytes needed');

  await test.step('every need says whether it is met, whatever it is about', async () => {
    await page.getByRole('tab', { name: 'Needs' }).click();
    const whole = page.getByRole('region', { name: 'All of it', exact: true });
    await expect(whole).toContainText('Met by what is promised today.');
    const needs = page.getByRole('list', { name: 'What is needed' }).getByRole('listitem');
    await expect(needs.filter({ hasText: 'is one of approved' })).toContainText('Met by what is promised today.');
    await page.getByRole('tab', { name: 'Canvas' }).click();
  });

  await test.step('what is suggested is tried: what it would change is told, and nothing is changed', async () => {
    await page.getByRole('button', { name: 'Try it' }).click();
    const tried = strip(page).getByRole('status').filter({ hasText: 'In preview' });
    await expect(tried).toContainText('All of it is at most 2 h old. Nothing is changed yet.');
    await expect(tried.getByLabel('What it changes')).toContainText(/cannot be had0 → [1-9]/);
    await expect(strip(page).getByRole('alert')).toContainText('2 h cannot be met as things are built today.');
    await expect(howOld(page)).toHaveValue('24 h');
    const repeatRate = page.getByRole('group', { name: 'Repeat rate' });
    await expect(repeatRate).toContainText('Needs more than is promised today');
    await page.getByRole('complementary', { name: 'In preview' }).getByRole('button', { name: 'Back' }).click();
    await expect(tried).toHaveCount(0);
    await expect(repeatRate).toContainText('Met: it is offered as you need it');
    await expect(strip(page).getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('toolbar', { name: 'Canvas' }).getByRole('button', { name: /^Undo/ })).toBeDisabled();
  });

  await test.step('she drags a field out of its card and draws a metric on it', async () => {
    await page.getByRole('button', { name: 'Show everything' }).click();
    await dragToFreeGround(page, field(page, 'Order', 'Promised for'));
    const form = page.getByRole('dialog').filter({ hasText: 'Draw a metric' });
    await choose(page, form.getByRole('combobox', { name: 'What' }), 'the latest');
    await form.getByRole('textbox', { name: 'Name' }).fill('Last promise');
    await expect(form).toContainText(/Last promise is the latest promised for over Orders, by ordered at/i);
    await form.getByRole('button', { name: 'Draw it' }).click();
    await expect(page.getByRole('group', { name: 'Last promise' })).toContainText('by ordered at');
    await expect(saving(page)).toHaveText(/^Saved/);
  });

  await test.step('the strip names the teams and how many fields each is asked for', async () => {
    await page.keyboard.press('Escape');
    await expect(team(page, 'Order Platform')).toContainText('Orders');
    await expect(team(page, 'Order Platform')).toContainText(/\d+ fields/);
    await expect(team(page, 'Customer Data')).toContainText('15 fields');
  });

  await test.step('two hours turn it red, with the schedules that forbid it and their numbers', async () => {
    await howOld(page).fill('2 h');
    await howOld(page).press('Enter');
    const verdict = strip(page).getByRole('alert');
    await expect(verdict).toContainText('2 h cannot be met as things are built today.');
    await expect(verdict).toContainText('Customer 360 runs every 6 h and takes 40 min');
    await verdict.getByText(/It breaks in 4 places/).click();
    await expect(verdict).toContainText('Order economics runs every 6 h and takes 30 min');
    await expect(verdict).toContainText('That leaves Orders −11 h 10');
  });

  await test.step('a repair is tried in preview, turns it green, and is taken back', async () => {
    const verdict = strip(page).getByRole('alert');
    await expect(verdict).toContainText(/Run Customer 360 and Order economics every 30 min, 10 min each/);
    await verdict.getByRole('button', { name: 'Try it' }).first().click();
    await expect(strip(page).getByRole('status').filter({ hasText: 'In preview' })).toContainText(
      'Customer 360 and Order economics both run every 30 min, 10 min each',
    );
    await expect(strip(page).getByRole('alert')).toHaveCount(0);
    await expect(strip(page)).toContainText(/0\s*need more/);
    await strip(page).getByRole('button', { name: 'Undo' }).click();
    await expect(strip(page).getByRole('alert')).toContainText('cannot be met');
  });

  await test.step('undone, it is a day again; a little fresher than is promised needs more of three teams', async () => {
    await page.getByRole('toolbar', { name: 'Canvas' }).getByRole('button', { name: /^Undo/ }).click();
    await expect(howOld(page)).toHaveValue('24 h');
    await expect(strip(page).getByRole('alert')).toHaveCount(0);
    await howOld(page).fill('13 h 20');
    await howOld(page).press('Enter');
    await expect(strip(page)).toContainText(/4\s*need more/);
    await expect(saving(page)).toHaveText(/^Saved/);
  });

  await test.step('the plan is the confirmation; she says why and sends it', async () => {
    await page.getByRole('button', { name: 'Send upstream' }).click();
    const dialog = page.getByRole('dialog', { name: 'Send upstream' });
    await expect(dialog.getByRole('region', { name: 'Customer 360' })).toContainText(
      'Customer 360 is at most 13 h 20 old',
    );
    await dialog
      .getByRole('textbox', { name: 'Why, for the people who are asked' })
      .fill('Win-back goes out before lunch');
    await dialog.getByRole('button', { name: 'Send upstream' }).click();
    const sent = page.getByRole('dialog', { name: 'Sent upstream' });
    await expect(sent).toContainText('Retention is version 2 now.');
    const asked = sent.getByRole('list', { name: 'Who was asked' }).getByRole('listitem');
    await expect(asked).toHaveCount(4);
    for (const name of ['Customer Data', 'Sales Data', 'PIM', 'Order Platform'])
      await expect(asked.filter({ hasText: name })).toHaveCount(1);
    await sent.getByRole('button', { name: 'Back to the canvas' }).click();
  });

  await test.step('the engineer finds exactly that ask, with its sentence and its path', async () => {
    await become(page, 'Bruno Lima');
    await page.goto('/inbox');
    const asks = page.getByRole('region', { name: 'Asks' });
    await expect(asks.getByRole('region', { name: /to decide/ })).toHaveCount(2);
    await asks.getByRole('region', { name: 'Customer 360, to decide' }).getByRole('button').click();
    const ask = page.getByRole('article');
    await expect(ask).toContainText('for Retention (Retention marketing) · asked by Ana Souza');
    await expect(ask).toContainText('Win-back goes out before lunch');
    await expect(ask).toContainText(
      'Customer 360 is at most 13 h 20 old, because Retention needs it at most 13 h 20 old.',
    );
    await expect(ask).toContainText('asked 13 h 20 · offered 13 h 40 · 20 min short');
    await expect(ask.getByRole('button', { name: 'Why: freshness on model needs Customer 360' })).toBeVisible();
    await asks.getByRole('region', { name: 'Order economics, to decide' }).getByRole('button').click();
    await expect(ask).toContainText('Retention needs it at most 13 h 20 old, of which Customer 360 spends 6 h 40.');
    await expect(ask.getByRole('button', { name: /^Why: .* Customer 360 needs Order economics$/ })).toBeVisible();
  });

  await test.step('and accepts it, in his name', async () => {
    await page.getByRole('region', { name: 'Customer 360, to decide' }).getByRole('button').click();
    const ask = page.getByRole('article');
    await expect(ask.getByRole('heading', { level: 2 })).toContainText('Customer 360');
    await ask.getByRole('button', { name: /^Accept/ }).click();
    await expect(ask).toContainText(/Accepted by Bruno Lima/i);
    await expect(page.getByRole('region', { name: 'Customer 360, to decide' })).toHaveCount(0);
  });

  await test.step('the product page shows who relies on it, and for what', async () => {
    await page.goto('/catalog/agg-customer-360');
    const relies = page.getByRole('region', { name: /Who relies on it/ });
    await expect(relies).toContainText('Retention');
    await expect(relies).toContainText('15 fields');
    await expect(page.getByRole('region', { name: /Asked against promised/ })).toContainText('asked 13 h 20');
  });
});

function strip(page: Page): Locator {
  return page.getByRole('region', { name: 'What this asks of others' });
}

function team(page: Page, name: string): Locator {
  return strip(page).getByRole('list', { name: 'By team' }).getByRole('listitem').filter({ hasText: name });
}

function howOld(page: Page): Locator {
  return page.getByRole('textbox', { name: 'At most this old' });
}

function saving(page: Page): Locator {
  return page.getByText(/^(Saved|Saving|Not saved)/).first();
}

function field(page: Page, entity: string, name: string): Locator {
  return page.getByRole('group', { name: entity, exact: true }).getByRole('listitem').filter({ hasText: name });
}

async function choose(page: Page, box: Locator, option: string): Promise<void> {
  await box.click();
  await page.getByRole('option', { name: option }).click();
}

/** Lets go where no card is: in the lower left of the canvas. */
async function dragToFreeGround(page: Page, row: Locator): Promise<void> {
  await expect(row).toBeInViewport();
  const box = await boxOf(row);
  const ground = await boxOf(page.getByRole('application'));
  await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 3 + 24, box.y + 24, { steps: 4 });
  await page.mouse.move(ground.x + 40, ground.y + ground.height - 120, { steps: 10 });
  await page.mouse.up();
}

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Act as somebody else/ }).click();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByText(`Demo · acting as ${name.split(' ')[0]}`, { exact: true })).toBeVisible();
}
