/**
 * One text per plain value, whatever order its keys were written in. Keys sort by code unit, absent and undefined
 * properties are the same thing, and what JSON would quietly turn into null (NaN, functions, holes) is refused.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`not a plain value: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return canonicalList(value);
  if (!isPlainObject(value)) throw new TypeError(`not a plain value: ${typeof value}`);
  let members = '';
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
  }
  return `{${members}}`;
}

function canonicalList(values: readonly unknown[]): string {
  let items = '';
  for (const [at, item] of values.entries()) items += `${at === 0 ? '' : ','}${canonicalJson(item)}`;
  return `[${items}]`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
