/** Items of a list that are written before others are let through. */
const ITEMS_AT_ONCE = 500;

/** True for what takes so long to write that nobody else should wait for all of it. */
export function isLong(body: unknown): body is Record<string, unknown> {
  return isFields(body) && Object.values(body).some((value) => Array.isArray(value) && value.length > ITEMS_AT_ONCE);
}

/** The JSON of a body in pieces, its long lists in slices: put together they are what would have been written at once. */
export function* jsonSlices(body: Record<string, unknown>): Generator<string> {
  let before = '{';
  for (const [key, value] of Object.entries(body)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) {
      yield `${before}${JSON.stringify(key)}:[`;
      for (let from = 0; from < value.length; from += ITEMS_AT_ONCE) {
        const slice = JSON.stringify(value.slice(from, from + ITEMS_AT_ONCE));
        yield `${from === 0 ? '' : ','}${slice.slice(1, -1)}`;
      }
      yield ']';
    } else yield `${before}${JSON.stringify(key)}:${JSON.stringify(value)}`;
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function isFields(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
