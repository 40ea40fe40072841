import type { Finding } from './finding';
import type { ReadLimits } from './limits';

/** What can be said before parsing: size, and the marks of a file that is not UTF-8 text. The first one found ends the reading. */
export function checkText(text: string, limits: ReadLimits): Finding | null {
  if (text.length > limits.charactersMax) {
    return { code: 'too-large', what: 'characters', max: limits.charactersMax, at: limits.charactersMax, path: [] };
  }
  if (looksLikeUtf16(text)) return { code: 'encoding', found: 'utf-16', at: 0, path: [] };
  if (text.startsWith('\uFEFF')) return { code: 'encoding', found: 'byte-order-mark', at: 0, path: [] };
  const nul = text.indexOf('\0');
  if (nul !== -1) return { code: 'encoding', found: 'nul', at: nul, path: [] };
  const broken = text.search(BROKEN);
  if (broken !== -1) return { code: 'encoding', found: 'broken-character', at: broken, path: [] };
  return null;
}

const BROKEN = /\p{Cs}/u;

/** Escapes can write what the text itself may not hold; no store keeps a NUL or half a character. */
export function brokenText(value: string): 'nul' | 'broken-character' | null {
  if (value.includes('\0')) return 'nul';
  return BROKEN.test(value) ? 'broken-character' : null;
}

/** Read as UTF-8, its byte order mark becomes two replacement characters, and without one every second byte is NUL. */
function looksLikeUtf16(text: string): boolean {
  if (text.startsWith('\uFFFE') || text.startsWith('\uFFFD\uFFFD')) return true;
  return text.length >= 4 && /^(?:\0[^\0]\0[^\0]|[^\0]\0[^\0]\0)/.test(text);
}
