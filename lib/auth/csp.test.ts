import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, SONNER_STYLES } from './csp';

test('the policy knows the style sheet of the installed sonner', () => {
  const require = createRequire(import.meta.url);
  const code = readFileSync(require.resolve('sonner').replace(/index\.js$/, 'index.mjs'), 'utf8');
  const css: unknown = JSON.parse(String(/^__insertCSS\((".*")\);?$/m.exec(code)?.[1]));
  expect(SONNER_STYLES[1]).toBe(`'sha256-${createHash('sha256').update(String(css)).digest('base64')}'`);
});

test('a page runs only the scripts that carry its nonce', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/style-src [^;]*unsafe-inline/);
});

test('nothing is asked to be upgraded where the app is served without TLS', () => {
  expect(contentSecurityPolicy('abc')).not.toContain('upgrade-insecure-requests');
  expect(contentSecurityPolicy('abc', { isHttps: true })).toContain('upgrade-insecure-requests');
});
