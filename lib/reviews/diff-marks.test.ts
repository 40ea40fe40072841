import { expect, test } from 'vitest';
import { findDiffMarks } from './diff-marks';

const because = (...path: string[]) => [{ consumer: 'cdp-one', metric: 'm', path }];

test('changes are counted per product and who reads it, what stays is no mark', () => {
  expect(
    findDiffMarks([
      { product: 'src-a', change: 'withdrawn', because: [] },
      { product: 'src-a', change: 'added', because: because('cdp-one:x.y', 'agg-x:x.y', 'agg-x:z.y', 'src-a:x.y') },
      { product: 'src-a', change: 'added', because: because('cdp-one:x.z', 'agg-x:x.z', 'src-a:x.z') },
      { product: 'agg-x', change: 'tightened', because: because('cdp-one', 'agg-x') },
      { product: 'agg-x', change: 'unchanged', because: because('cdp-one', 'agg-x') },
    ]),
  ).toEqual([
    { product: 'agg-x', reader: 'cdp-one', change: 'tightened', count: 1 },
    { product: 'src-a', reader: null, change: 'withdrawn', count: 1 },
    { product: 'src-a', reader: 'agg-x', change: 'added', count: 2 },
  ]);
});
