/**
 * Milliseconds of processor time of one run, and what it returned: on a machine that others use too, the clock on the wall
 * (`wallMs`) says how busy they are. It counts the collector's threads, so it is never less than an idle machine would take.
 */
export function timed<T>(work: () => T): { ms: number; wallMs: number; result: T } {
  const start = process.cpuUsage();
  const began = performance.now();
  const result = work();
  const wallMs = performance.now() - began;
  const { user, system } = process.cpuUsage(start);
  return { ms: (user + system) / 1000, wallMs, result };
}

export type Spread = { median: number; p95: number; runs: number };

/** Repeats until a count or two seconds are spent, whichever comes first, after one run that is not counted. */
export function spread(work: (run: number) => void, runsMax: number): Spread {
  work(0);
  const times: number[] = [];
  const until = performance.now() + 2000;
  for (let run = 1; run <= runsMax && (times.length < 3 || performance.now() < until); run++)
    times.push(timed(() => work(run)).ms);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), runs: times.length };
}

export function printTable(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  console.log(`\n${title}`);
  for (const row of rows)
    console.log(
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    );
}

export function inMs(ms: number): string {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}
