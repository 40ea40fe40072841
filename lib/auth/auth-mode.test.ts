import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { findAuthProblems, readAuthMode } from './auth-mode';

test('without an origin it is a demonstration, and only this machine is trusted', () => {
  expect(readAuthMode({ PORT: '4000' })).toEqual({
    kind: 'demo',
    origins: ['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'],
  });
  expect(findAuthProblems({})).toEqual([]);
});

test.each([
  [undefined, ['secret-missing']],
  ['', ['secret-missing']],
  ['tooshort', ['secret-short']],
  ['a'.repeat(64), ['secret-plain']],
  ['0123456789'.repeat(4), ['secret-plain']],
  ['please-change-me-please-change-me-now', ['secret-plain']],
  ['my-very-long-secret-my-very-long-secret', ['secret-plain']],
  ['0f9K!mQz7_wYt3Rb-LpXe8Hc2Vd5Gs6Nj', []],
])('a team is not served with the secret %j', (secret, wanted) => {
  expect(findAuthProblems({ APP_ORIGIN: 'https://headwater.example', AUTH_SECRET: secret })).toEqual(wanted);
});

test('a random secret passes', () => {
  const origin = { APP_ORIGIN: 'https://headwater.example' };
  const refused = Array.from({ length: 200 }, () => randomBytes(32).toString('hex')).filter(
    (secret) => findAuthProblems({ ...origin, AUTH_SECRET: secret }).length > 0,
  );
  expect(refused).toEqual([]);
});

test.each(['headwater.example', 'https://headwater.example/', 'https://a.example/path', 'ftp://a.example'])(
  'the origin %s is refused',
  (origin) => {
    const secret = '0f9K!mQz7_wYt3Rb-LpXe8Hc2Vd5Gs6Nj';
    expect(findAuthProblems({ APP_ORIGIN: origin, AUTH_SECRET: secret })).toEqual(['origin-wrong']);
  },
);
