import { cpus } from 'node:os';
import { benchPlans } from './bench/bench-plans';
import { benchSweeps } from './bench/bench-sweeps';
import type { Size } from './bench/large-workspace';

/**
 * How fast the engine is, beside a bare sweep of the same arrays and a graph library, in one run on one machine.
 * `--small` takes seconds; `--only sweeps` or `--only plans` runs one half; the whole of it wants 6 GB and some minutes.
 */
const args = process.argv.slice(2);
const isSmall = args.includes('--small');
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : null;
const sweeps: Size[] = [
  { products: 100, attributes: 10_000, levels: 10 },
  { products: 1_000, attributes: 100_000, levels: 20 },
  ...(isSmall
    ? []
    : [
        { products: 5_000, attributes: 100_000, levels: 20 },
        { products: 10_000, attributes: 1_000_000, levels: 20 },
      ]),
];
const plans: Size[] = [
  { products: 100, attributes: 2_000, levels: 10 },
  { products: 1_000, attributes: 20_000, levels: 20 },
  ...(isSmall ? [] : [{ products: 5_000, attributes: 100_000, levels: 20 }]),
];

console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
if (only !== 'plans') benchSweeps(sweeps);
if (only !== 'sweeps') benchPlans(plans);
