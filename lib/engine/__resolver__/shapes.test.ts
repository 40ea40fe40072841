import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { demandOf } from './demand';
import { drawFrom } from './draw';
import { drawWorkspace } from './draw-workspace';
import { findShapes, SHAPES } from './find-shapes';
import { findUses } from './find-uses';
import { viewOf } from './view';

const RUNS = Number(process.env.AGREEMENT_RUNS ?? 150);
const SEED = Number(process.env.AGREEMENT_SEED ?? 1);
const SHARE_MIN = 0.03;
/** As in the comparison with the resolver. */
const DEEP_PERCENT = 8;

test('random workspaces hold every shape the design speaks of, where somebody needs it', { timeout: 600_000 }, () => {
  const counts = new Map(SHAPES.map((shape) => [shape, 0]));
  const tapes = fc.sample(fc.array(fc.nat(0xffff), { minLength: 2500, maxLength: 2500 }), {
    numRuns: RUNS,
    seed: SEED,
  });
  for (const tape of tapes) {
    const read = readWorkspace(JSON.stringify(drawWorkspace(drawFrom(tape), { deepPercent: DEEP_PERCENT })), {
      format: 'json',
    });
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const view = viewOf(read.value);
    const consumers = read.value.products.filter(({ alignment }) => alignment === 'consumer');
    const demands = consumers.map((consumer) => demandOf(view, consumer.key, findUses(consumer)));
    for (const shape of findShapes(view, demands)) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  console.log([...counts].map(([shape, count]) => `${shape}: ${count} of ${RUNS}`).join('\n'));
  expect([...counts].filter(([, count]) => count < RUNS * SHARE_MIN)).toEqual([]);
});
