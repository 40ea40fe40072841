/**
 * Takes the README's pictures from the running product: `npm start`, then `npm run pictures`. HEADWATER_URL names an
 * address other than the usual one.
 */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { findChromium, launchArgs } from '../e2e/browser.mjs';

type Picture = {
  /** The file becomes docs/NAME.png. */
  name: string;
  path: string;
  theme: 'light' | 'dark';
  width: number;
  height?: number;
  /** The list that is there once the page has all it shows. */
  until: string;
  /** The key of the person of the story who looks at it. */
  person?: string;
};

const PICTURES: readonly Picture[] = [
  { name: 'studio', path: '/studio/cdp-retention', until: 'By team', theme: 'light', width: 1600 },
];

/** What arrives comes to rest. */
const SETTLED_MS = 1_500;

const address = process.env.HEADWATER_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;

async function takePicture(browser: Browser, picture: Picture) {
  const { width, height = Math.round(width * 0.625), theme, person, until } = picture;
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: theme,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme);
  if (person) await context.request.put('/api/v1/demo/session', { data: { person }, headers: { origin: address } });
  const page = await context.newPage();
  const answer = await page.goto(picture.path);
  if (!answer?.ok()) throw new Error(`${picture.path} answered ${answer?.status() ?? 'nothing'}`);
  await page.getByRole('list', { name: until }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: `docs/${picture.name}.png` });
  await context.close();
  console.log(`docs/${picture.name}.png`);
}

async function takeAll() {
  const isUp = await fetch(`${address}/api/v1/health`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!isUp) throw new Error(`Nothing answers at ${address}. Start it with npm start, or set HEADWATER_URL.`);
  mkdirSync('docs', { recursive: true });
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.path,
    args: launchArgs(),
    env: { ...process.env, ...found.env },
  });
  try {
    for (const picture of PICTURES) await takePicture(browser, picture);
  } finally {
    await browser.close();
  }
}

await takeAll().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
