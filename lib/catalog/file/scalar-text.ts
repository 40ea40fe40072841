import type { Scalar } from './tree';

const PLAIN_MAX = 200;
/** Begins like a word and holds nothing YAML could take for its own, inside brackets or out. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_ .;?!()/+*%<>='"&|~^$@€–—’-]*$/u;
/** Words that one YAML or another reads as something else than text. */
const OTHER_MEANING = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/**
 * A scalar as one word of YAML. Text stands bare where every YAML reads it as that text (1.1 and 1.2 alike), else in
 * double quotes with JSON's escapes, so that a name such as `no`, `1` or `2026-12-15` comes back as it went.
 */
export function scalarText(value: Scalar): string {
  if (typeof value !== 'string') return numberText(value);
  const isPlain = value.length <= PLAIN_MAX && PLAIN.test(value) && !value.endsWith(' ') && !OTHER_MEANING.test(value);
  return isPlain ? value : quoted(value);
}

/** A key. Every reader takes keys for text, so only what cannot stand bare at all is quoted: `on` and `y` are ours. */
export function keyText(key: string): string {
  return KEY.test(key) && !/^(?:true|false|null)$/i.test(key) ? key : quoted(key);
}

const KEY = /^[A-Za-z_][A-Za-z0-9_-]{0,200}$/;

function quoted(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, escaped);
}

function numberText(value: number | boolean | null): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a value of a file: ${value}`);
  return JSON.stringify(value);
}

/** What JSON leaves as it is and YAML does not call printable, or takes for a line break. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
