import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTag, revisionTag, versionTag } from './entity-tag';

test('a tag of ours is read back', () => {
  fc.assert(
    fc.property(fc.nat(), (n) => {
      expect(readTag(revisionTag(n))).toBe(n);
      expect(readTag(versionTag(n))).toBe(n);
    }),
  );
  const fingerprint = 2 ** 48 - 1;
  expect(readTag(versionTag(fingerprint))).toBe(fingerprint);
});

test.each(['W/"r5"', 'r5', '"5"', '"r-5"', '"r5", "r6"', '*', '', '"r2147483648"', '"r9999999999999999"'])(
  '%j names no version',
  (tag) => {
    expect(readTag(tag)).toBeNull();
  },
);
