import type { ServedApp } from './served-app';

export type CallFigures = {
  p50: number;
  p95: number;
  longest: number;
  runs: number;
  /** Calls that were answered with a failure; they count as calls. */
  failed: number;
  /** Processor time of the server's process, per call. */
  cpuMs: number;
  longestStallMs: number;
};

/**
 * How long a caller waits, one call after the other, and how the server fared meanwhile. The first call is not counted
 * unless it is the only one: it pays for what all others find ready.
 */
export async function timeCalls(
  app: ServedApp,
  call: (run: number) => Promise<unknown>,
  { runs, secondsMax = 12 }: { runs: number; secondsMax?: number },
): Promise<CallFigures> {
  if (runs > 1) await call(0).catch(() => {});
  await app.probe();
  const times: number[] = [];
  let failed = 0;
  const until = performance.now() + secondsMax * 1_000;
  for (let run = 1; run <= runs && (times.length === 0 || performance.now() < until); run++) {
    const began = performance.now();
    await call(run).catch(() => failed++);
    times.push(performance.now() - began);
  }
  const { cpuMs, longestStallMs } = await app.probe();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    p50: at(0.5),
    p95: at(0.95),
    longest: times.at(-1) ?? 0,
    runs: times.length,
    failed,
    cpuMs: cpuMs / times.length,
    longestStallMs,
  };
}
