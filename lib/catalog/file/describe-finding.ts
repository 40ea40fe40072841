import type { Finding, Found } from './finding';
import { printPath } from './print-path';

/** One sentence: the place, what is wrong, what is expected, and the nearest known name where a slip is likely. */
export function describeFinding(finding: Finding): string {
  const words = describeFacts(finding);
  const sentence = words.endsWith('?') ? words : `${words}.`;
  return finding.path.length === 0 ? sentence : `${printPath(finding.path)}: ${sentence}`;
}

function describeFacts(finding: Finding): string {
  switch (finding.code) {
    case 'syntax':
      return `the text cannot be read here: ${finding.reason}`;
    case 'empty':
      return 'the file is empty; expected a workspace, which begins with "headwater: 1"';
    case 'several-documents':
      return 'a second document begins here; expected one document per file';
    case 'encoding':
      return ENCODING[finding.found];
    case 'tabs':
      return 'this line is indented with a tab; expected spaces';
    case 'too-large':
      return TOO_LARGE[finding.what](finding.max.toLocaleString('en'));
    case 'tag':
      return `the tag ${quote(finding.tag)} is not accepted; expected plain YAML 1.2 values without tags`;
    case 'alias':
      return finding.found === 'nothing'
        ? `the alias ${quote(finding.name)} names no anchor before it`
        : `the alias ${quote(finding.name)} stands inside what it names; a value cannot contain itself`;
    case 'merge-key':
      return 'merge keys (<<) are not part of YAML 1.2; write the keys out';
    case 'key-not-text':
      return 'a key must be a text; a key that looks like a number or a yes/no value stands in quotes';
    case 'forbidden-key':
      return `the key ${quote(finding.key)} is not accepted anywhere`;
    case 'duplicate-key':
      return `the key ${quote(finding.key)} stands here a second time; expected each key once`;
    case 'unknown-key':
      return `the key ${quote(finding.key)} is not known here${suggest(finding.nearest, finding.known)}`;
    case 'missing-key':
      return `the key ${quote(finding.key)} is missing; expected ${finding.expected}`;
    case 'wrong-value':
      return `found ${describeFound(finding.found)}; expected ${finding.expected}${didYouMean(finding.nearest)}`;
    case 'duplicate-name':
      return `the ${finding.what} ${quote(finding.name)} stands here a second time; expected each ${finding.what} once`;
    case 'unknown-reference':
      return `there is no ${finding.what} ${quote(finding.name)}${didYouMean(finding.nearest)}`;
    case 'malformed-reference':
      return `found ${quote(finding.name)}; expected ${finding.expected}`;
    case 'either-key':
      return finding.found === 'none'
        ? `one of the keys ${listWords(finding.keys)} is missing`
        : `only one of the keys ${listWords(finding.keys)} may stand here`;
    case 'ends-differ':
      return `one end names attributes of several entities (${finding.entities.map(quote).join(', ')}); expected one entity per end`;
    case 'loop':
      return finding.between === 'entities'
        ? `entities are made from each other in a loop: ${shortLoop(finding.names)}`
        : `products read from each other in a loop: ${shortLoop(finding.names)}`;
  }
}

const ENCODING = {
  nul: 'a NUL character stands here; expected text',
  'byte-order-mark': 'the file begins with a byte order mark; expected UTF-8 without one',
  'utf-16': 'the file looks like UTF-16; expected UTF-8',
  'broken-character': 'a character is broken here (half of a pair, or not UTF-8); expected UTF-8',
} as const;

const TOO_LARGE = {
  characters: (max: string) => `the file is too large; expected at most ${max} characters`,
  values: (max: string) => `the file holds too many values once its aliases are followed; expected at most ${max}`,
  depth: (max: string) => `the values are nested too deeply; expected at most ${max} levels`,
  aliases: (max: string) => `the file has too many aliases; expected at most ${max}`,
} as const;

function describeFound(found: Found): string {
  if (found.kind === 'map') return 'a map of keys';
  if (found.kind === 'list') return found.length === 0 ? 'an empty list' : 'a list';
  if (found.value === null) return 'nothing';
  if (typeof found.value === 'string') return `the text ${quote(found.value)}`;
  if (typeof found.value === 'number') return describeNumber(found.value);
  return found.value ? 'true' : 'false';
}

function describeNumber(value: number): string {
  if (Number.isFinite(value)) return `the number ${value}`;
  return Number.isNaN(value) ? '.nan, which is no number' : 'a number without end';
}

const SHOWN_MAX = 60;

function quote(text: string): string {
  return JSON.stringify(text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
}

function suggest(nearest: string | null, known: readonly string[]): string {
  if (nearest !== null) return didYouMean(nearest);
  return known.length === 0 ? '; no key is' : `; known are ${known.join(', ')}`;
}

function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : `; did you mean ${quote(nearest)}?`;
}

function listWords(words: readonly string[]): string {
  return words.map(quote).join(', ');
}

const LOOP_SHOWN_MAX = 12;

function shortLoop(names: readonly string[]): string {
  if (names.length <= LOOP_SHOWN_MAX) return names.join(' → ');
  const left = names.length - LOOP_SHOWN_MAX;
  return [...names.slice(0, LOOP_SHOWN_MAX - 1), `… (${left} more)`, ...names.slice(-1)].join(' → ');
}
