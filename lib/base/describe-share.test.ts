import { expect, test } from 'vitest';
import { describeShare } from './describe-share';

test('a share keeps the digits that tell one promise from the next', () => {
  expect(describeShare(1)).toBe('100 %');
  expect(describeShare(0.9995)).toBe('99.95 %');
  expect(describeShare(0.99000001)).toBe('99 %');
  expect(describeShare(0.998001)).toBe('99.8001 %');
});
