import type { CDPSession, Page } from '@playwright/test';

/**
 * How a motion feels, in two runs of the same. Stepped: one input at a time, then the frame it leads to; what the browser
 * counts as script on the page's thread between the two is that frame's script, whatever it was for: timers, answers from
 * the server and renders among it. Free: inputs come as fast as a hand makes them, whether the page keeps up or not, and
 * the page counts its frames; what comes after the last input (a save, a last routing) is told apart.
 */
export type Motion = {
  script: { p50: number; p95: number; max: number };
  fps: number;
  longestFrameMs: number;
  longestAfterMs: number;
};
type Act = (index: number) => Promise<void>;
type Meter = {
  (act: Act, end?: () => Promise<void>): Promise<Motion>;
  /** The longest frame while something long goes on. */
  once: (work: () => Promise<void>) => Promise<number>;
};

const STEPS = 60;
const FREE_MS = 2_000;
const AFTER_MS = 1_200;
/** A hand on a wheel or a mouse; letters and clicks wait for their own acknowledgement besides. */
const PACE_MS = 16;

export async function motionMeter(page: Page, client: CDPSession): Promise<Meter> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const tick = (now: number) => {
      frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { benchFrames: frames });
  });
  const framesSince = (start: number): Promise<number[]> =>
    page.evaluate((from) => {
      const found: unknown = Reflect.get(window, 'benchFrames');
      return Array.isArray(found) ? found.filter((at) => typeof at === 'number' && at >= from) : [];
    }, start);
  const now = () => page.evaluate(() => performance.now());
  const frame = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
  const script = async () => ((await metrics(client)).get('ScriptDuration') ?? 0) * 1000;

  const stepped = async (act: Act) => {
    const spent: number[] = [];
    for (let index = 0; index < STEPS; index++) {
      const before = await script();
      await act(index);
      await frame();
      spent.push((await script()) - before);
    }
    spent.sort((a, b) => a - b);
    const at = (share: number) => spent[Math.min(spent.length - 1, Math.floor(spent.length * share))] ?? 0;
    return { p50: at(0.5), p95: at(0.95), max: at(1) };
  };

  const meter = async (act: Act, end?: () => Promise<void>): Promise<Motion> => {
    const spent = await stepped(act);
    const from = await now();
    const begin = performance.now();
    for (let index = 0; performance.now() - begin < FREE_MS; index++) {
      const due = begin + index * PACE_MS;
      if (performance.now() < due) await page.waitForTimeout(due - performance.now());
      await act(STEPS + index);
    }
    const until = await now();
    await end?.();
    await page.waitForTimeout(AFTER_MS);
    const frames = await framesSince(from);
    const during = frames.filter((at) => at <= until);
    const after = frames.filter((at) => at >= (during.at(-1) ?? until));
    return {
      script: spent,
      fps: (during.length * 1000) / (until - from),
      longestFrameMs: longestGap(during),
      longestAfterMs: longestGap(after),
    };
  };
  const once = async (work: () => Promise<void>) => {
    const from = await now();
    await work();
    return longestGap(await framesSince(from));
  };
  return Object.assign(meter, { once });
}

function longestGap(frames: readonly number[]): number {
  return Math.max(0, ...frames.map((at, index) => at - (frames[index - 1] ?? at)));
}

export async function metrics(client: CDPSession): Promise<Map<string, number>> {
  const { metrics: found } = await client.send('Performance.getMetrics');
  return new Map(found.map(({ name, value }) => [name, value]));
}
