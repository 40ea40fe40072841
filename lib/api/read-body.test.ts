import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJsonBody } from './read-body';

function post(body: BodyInit | null, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  return new Request('http://127.0.0.1/', { method: 'POST', body, headers });
}

test('any JSON that fits arrives as it was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const text = JSON.stringify(value);
      expect(await readJsonBody(post(text))).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('reading stops at the limit, whatever length was stated', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1_000;
      controller.enqueue(new Uint8Array(1_000).fill(32));
    },
  });
  const request = new Request('http://127.0.0.1/', {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/json', 'content-length': '2' },
    // @ts-expect-error Node wants it for streams, and the type does not know
    duplex: 'half',
  });
  expect(await readJsonBody(request, 10_000)).toEqual({ ok: false, error: 'too-large' });
  expect(sent).toBeLessThan(20_000);
});

test.each<[string, BodyInit | null, Record<string, string>, string]>([
  ['no type', '{}', {}, 'not-json'],
  ['a type that only begins like JSON', '{}', { 'content-type': 'application/jsonp' }, 'not-json'],
  ['no body', null, { 'content-type': 'application/json' }, 'malformed-json'],
  ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22]), { 'content-type': 'application/json' }, 'malformed-json'],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x22, 0, 0x22, 0]), { 'content-type': 'application/json' }, 'malformed-json'],
])('%s is refused', async (_, body, headers, code) => {
  expect(await readJsonBody(post(body, headers))).toEqual({ ok: false, error: code });
});

test('a character set may be named', async () => {
  const request = post('{}', { 'content-type': 'Application/JSON; charset=utf-8' });
  expect(await readJsonBody(request)).toEqual({ ok: true, value: {} });
});
