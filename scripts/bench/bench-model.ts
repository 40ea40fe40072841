import type { CDPSession, Page } from '@playwright/test';

export type Spread = { p50: number; p95: number };
export type CanvasFigures = {
  entities: number;
  lines: number;
  pan: Spread;
  panAfar: Spread;
  zoom: Spread;
  drag: Spread;
  typing: Spread;
  firstPaintMs: number;
  drawnMs: number;
  cards: number;
  heapMb: number;
  scriptKb: number;
};

const STEPS = 40;
const SETTLED_MS = 1_500;
const THING = 'Thing 7';

/** Opens one model and does what people do, forty times each; script is what the browser counts as script on the page's thread. */
export async function benchModel(page: Page, size: { entities: number; lines: number }): Promise<CanvasFigures> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  let scriptBytes = 0;
  await client.send('Network.enable');
  const scripts = new Set<string>();
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });

  await page.goto('/studio/cdp-bench');
  const drawing = page.locator('.react-flow__node, canvas[role=img]').first();
  await drawing.waitFor();
  const { drawnMs, firstPaintMs } = await page.evaluate(() => ({
    drawnMs: performance.now(),
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await page.waitForTimeout(SETTLED_MS);
  const scriptKb = scriptBytes / 1024;
  const step = stepper(page, client);

  const board = await page.getByRole('application').boundingBox();
  if (!board) throw new Error('There is no board.');
  const middle = { x: board.x + board.width / 2, y: board.y + board.height / 2 };
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForTimeout(SETTLED_MS);
  await page.mouse.move(middle.x, middle.y);
  const panAfar = await step((index) => page.mouse.wheel(index % 2 === 0 ? 30 : -30, index % 3 === 0 ? 12 : -6));

  await page.keyboard.press('/');
  await page.getByRole('combobox').fill(THING);
  await page.getByRole('option', { name: new RegExp(`^${THING}\\b`), selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+2');
  await page.waitForTimeout(SETTLED_MS);
  const cards = await page.locator('.react-flow__node').count();
  const card = page.getByRole('group', { name: THING, exact: true });
  const title = await card.getByText(THING, { exact: true }).boundingBox();
  if (!title) throw new Error('The card is not in sight.');
  const at = { x: title.x + title.width / 2, y: title.y + title.height / 2 };

  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const drag = await step((index) => page.mouse.move(at.x + index * 3, at.y + index * 2));
  await page.mouse.up();
  await page.waitForTimeout(SETTLED_MS);

  const words = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: 'In words' });
  await words.focus();
  const typing = await step(() => page.keyboard.press('e'));
  await page.keyboard.press('Escape');

  await page.mouse.move(middle.x, middle.y);
  const pan = await step((index) => page.mouse.wheel(index % 2 === 0 ? 60 : -20, index % 3 === 0 ? 40 : -10));
  await page.keyboard.down('Control');
  const zoom = await step((index) => page.mouse.wheel(0, Math.floor(index / 5) % 2 === 0 ? 30 : -30));
  await page.keyboard.up('Control');

  await client.send('HeapProfiler.collectGarbage');
  const heapMb = ((await metrics(client)).get('JSHeapUsedSize') ?? 0) / 1024 / 1024;
  return { ...size, pan, panAfar, zoom, drag, typing, firstPaintMs, drawnMs, cards, heapMb, scriptKb };
}

/** Does one thing many times, a frame apart, and says how much script ran from one frame to the next. */
function stepper(page: Page, client: CDPSession) {
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  return async (act: (index: number) => Promise<void>): Promise<Spread> => {
    const spent: number[] = [];
    for (let index = 0; index < STEPS; index++) {
      const before = (await metrics(client)).get('ScriptDuration') ?? 0;
      await act(index);
      await frame();
      spent.push((((await metrics(client)).get('ScriptDuration') ?? 0) - before) * 1000);
    }
    spent.sort((a, b) => a - b);
    const at = (share: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * share))] ?? 0;
    return { p50: at(0.5), p95: at(0.95) };
  };
}

async function metrics(client: CDPSession): Promise<Map<string, number>> {
  const { metrics: found } = await client.send('Performance.getMetrics');
  return new Map(found.map(({ name, value }) => [name, value]));
}
