/**
 * Whether a write comes from our own pages. Browsers say so themselves; where they do not, the page's origin must be one
 * of ours. A request that says neither is refused. The host a request names is never compared with: a proxy sets it.
 */
export function isFromOurPages(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  return origin !== null && origins.includes(origin);
}

/**
 * In a demonstration everybody is somebody at once, so only this machine may be spoken to: a foreign name that has been
 * made to point here would otherwise bring another site's page in.
 */
export function isForThisMachine(headers: Headers): boolean {
  const host = (headers.get('host') ?? '').replace(/:\d+$/, '').toLowerCase();
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}
