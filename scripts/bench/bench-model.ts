import type { CDPSession, Page } from '@playwright/test';
import { type Motion, metrics, motionMeter } from './motion-meter';

export type CanvasFigures = {
  entities: number;
  lines: number;
  motions: readonly (readonly [name: string, motion: Motion])[];
  /** Null when it took longer than anybody waits. */
  tidy: { seconds: number | null; longestFrameMs: number };
  firstPaintMs: number;
  drawnMs: number;
  cards: number;
  heapMb: number;
  scriptKb: number;
};

type Rect = { x: number; y: number; width: number; height: number };

const SETTLED_MS = 1_500;
const TIDY_MS_MAX = 60_000;
const THING = 'Thing 7';

/** Opens one model and does what people do. */
export async function benchModel(page: Page, size: { entities: number; lines: number }): Promise<CanvasFigures> {
  const client = await page.context().newCDPSession(page);
  // Time of the thread and not of the clock: others use the machine too.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptKb = await countScripts(client);

  await page.goto('/studio/cdp-bench');
  await page.locator('.react-flow__node, canvas[role=img]').first().waitFor();
  const { drawnMs, firstPaintMs } = await page.evaluate(() => ({
    drawnMs: performance.now(),
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }));
  await page.waitForTimeout(SETTLED_MS);
  const opened = { firstPaintMs, drawnMs, scriptKb: scriptKb() };
  const meter = await motionMeter(page, client);
  const motions: [string, Motion][] = [];
  const measure = async (name: string, act: (index: number) => Promise<void>, end?: () => Promise<void>) => {
    motions.push([name, await meter(act, end)]);
  };
  const { mouse, keyboard } = page;

  const board = await page.getByRole('application').boundingBox();
  if (!board) throw new Error('There is no board.');
  const middle = { x: board.x + board.width / 2, y: board.y + board.height / 2 };
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.waitForTimeout(SETTLED_MS);
  await mouse.move(middle.x, middle.y);
  const wander = (index: number) => mouse.wheel(index % 20 < 10 ? 30 : -30, index % 30 < 15 ? 12 : -12);
  await measure('pan from afar', wander);

  await goToThing(page);
  const cards = await page.locator('.react-flow__node').count();
  const card = page.getByRole('group', { name: THING, exact: true });
  const title = await card.getByText(THING, { exact: true }).boundingBox();
  if (!title) throw new Error('The card is not in sight.');
  const at = { x: title.x + title.width / 2, y: title.y + title.height / 2 };

  let hand = at;
  const carry = (index: number) => {
    const there = index % 60 < 30 ? index % 30 : 30 - (index % 30);
    hand = { x: at.x + there * 4, y: at.y + there * 3 };
    return mouse.move(hand.x, hand.y);
  };
  await mouse.move(at.x, at.y);
  await mouse.down();
  await measure('drag a card', carry, () => mouse.up());

  const words = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: 'In words' });
  await words.focus();
  await measure('a letter in the inspector', () => keyboard.press('e'));
  await keyboard.press('Escape');

  await mouse.move(middle.x, middle.y);
  await measure('pan', wander);
  await keyboard.down('Control');
  const zoomed = (index: number) => mouse.wheel(0, Math.floor(index / 5) % 2 === 0 ? 30 : -30);
  await measure('zoom', zoomed, () => keyboard.up('Control'));
  await goToThing(page);
  for (let index = 0; index < 3; index++) {
    await keyboard.press('Control+-');
    await page.waitForTimeout(SETTLED_MS / 5);
  }
  const heads = await headsIn(page, board);
  await measure('select a card', async (index) => {
    const head = heads[index % heads.length];
    if (head) await mouse.click(head.x, head.y);
  });

  await client.send('HeapProfiler.collectGarbage');
  const heapMb = ((await metrics(client)).get('JSHeapUsedSize') ?? 0) / 1024 / 1024;
  const tidy = await benchTidy(page, meter.once);
  return { ...size, ...opened, motions, tidy, cards, heapMb };
}

/** Who waits a minute for a layout calls it off. */
async function benchTidy(page: Page, longestFrame: (work: () => Promise<void>) => Promise<number>) {
  const begin = performance.now();
  let isDone = true;
  const longestFrameMs = await longestFrame(async () => {
    await page.getByRole('button', { name: 'Tidy', exact: true }).click();
    const done = page.locator('button[aria-label=Tidy][aria-busy=false]');
    isDone = await done.waitFor({ timeout: TIDY_MS_MAX }).then(
      () => true,
      () => false,
    );
    if (!isDone) await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  });
  return { seconds: isDone ? (performance.now() - begin) / 1000 : null, longestFrameMs };
}

/** Found by its name, brought near and to the middle. */
async function goToThing(page: Page): Promise<void> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press('/');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(THING);
  await palette.getByRole('option', { name: new RegExp(`^${THING}\\b`), selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+2');
  await page.waitForTimeout(SETTLED_MS);
}

async function countScripts(client: CDPSession): Promise<() => number> {
  let bytes = 0;
  const scripts = new Set<string>();
  await client.send('Network.enable');
  client.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes / 1024;
}

/** Where cards in sight can be taken hold of, clear of what lies over the board's edges. */
async function headsIn(page: Page, board: Rect): Promise<{ x: number; y: number }[]> {
  const boxes = await Promise.all(
    (await page.locator('.react-flow__node header').all()).map((head) => head.boundingBox()),
  );
  const heads = boxes.flatMap((box) => (box ? [{ x: box.x + 24, y: box.y + box.height / 2 }] : []));
  const isClear = ({ x, y }: { x: number; y: number }) =>
    x > board.x + 80 && x < board.x + board.width - 80 && y > board.y + 80 && y < board.y + board.height - 120;
  const clear = heads.filter(isClear);
  if (clear.length < 2) throw new Error('Too few cards are in sight.');
  return clear;
}
