import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommentSubject, writeCommentSubject } from './comment-subject';

const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

test('what is written of a subject is read as the same subject', () => {
  const anySubject = fc.oneof(
    fc.record({ kind: fc.constant('ask' as const), ask: fc.string({ minLength: 1 }) }),
    fc.record({ kind: fc.constant('product' as const), product: key }),
    fc.record({ kind: fc.constant('record' as const), product: key, record: fc.string({ minLength: 1 }) }),
  );
  fc.assert(
    fc.property(anySubject, (subject) => {
      expect(readCommentSubject(writeCommentSubject(subject))).toEqual(subject);
    }),
  );
});

test.each([
  '',
  'ask:',
  'record:',
  'record:x',
  'record:x:',
  'record::y',
  'product:',
  'product:a:b',
  'team:x',
  'cdp-retention',
])('nothing is commented on as %j', (text) => expect(readCommentSubject(text)).toBe(null));
