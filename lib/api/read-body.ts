import { ok, type Result, refuse } from '@/lib/base/result';

export type BodyRefusal = 'not-json' | 'too-large' | 'malformed-json';

/** More than any body of ours needs; the rest is refused before it is held in memory. */
const BODY_BYTES_MAX = 10 * 1024 * 1024;

/**
 * The JSON of a request. The length a client states is only believed when it is too much; what really comes is counted
 * as it streams in, and reading stops at the limit.
 */
export async function readJsonBody(request: Request, bytesMax = BODY_BYTES_MAX): Promise<Result<unknown, BodyRefusal>> {
  if (!isJson(request.headers.get('content-type'))) return refuse('not-json');
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) return refuse('too-large');
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > bytesMax) {
      await reader?.cancel();
      return refuse('too-large');
    }
    chunks.push(read.value);
  }
  return parseJson(chunks);
}

function isJson(contentType: string | null): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType?.trim() ?? '');
}

async function parseJson(chunks: Uint8Array[]): Promise<Result<unknown, BodyRefusal>> {
  try {
    const bytes = new Uint8Array(await new Blob(chunks.map((chunk) => new Uint8Array(chunk))).arrayBuffer());
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return refuse('malformed-json');
  }
}
