/** A piece of DBML: a word, a quoted name, a text, one sign, or the end of a line, which ends what stands on it. */
export type DbmlToken = {
  kind: 'word' | 'name' | 'text' | 'sign' | 'end';
  text: string;
  line: number;
  /** The token that closes this bracket; null where none does, undefined for what is no bracket. */
  closedBy?: DbmlToken | null;
};

const PAIRS: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
/** How many brackets that were never closed are looked past for the one that a sign closes. */
const LOOK_PAST = 50;

const PIECES: readonly [DbmlToken['kind'] | 'nothing', RegExp][] = [
  ['end', /\n/y],
  ['nothing', /[^\S\n]+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['text', /'''[\s\S]*?(?:'''|$)|'(?:[^'\\\n]|\\.)*(?:'|(?=\n)|$)|`[^`]*(?:`|$)/y],
  ['name', /"(?:[^"\\\n]|\\.)*(?:"|(?=\n)|$)/y],
  ['word', /[\p{L}\p{N}_]+/uy],
  ['sign', /[\s\S]/y],
];

/** DBML as tokens; never fails, because whatever is no word is a sign. Quotes are taken off, comments are gone. */
export function dbmlTokens(text: string): DbmlToken[] {
  const tokens: DbmlToken[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const [kind, found] = pieceAt(text, at);
    if (kind !== 'nothing') tokens.push({ kind, text: unquoted(kind, found), line });
    line += found.split('\n').length - 1;
    at += found.length;
  }
  pairBrackets(tokens);
  return tokens;
}

/** A brace closes over brackets that were left open within it, and no bracket reaches out of its braces. */
function pairBrackets(tokens: readonly DbmlToken[]): void {
  const open: DbmlToken[] = [];
  for (const token of tokens) {
    if (token.kind !== 'sign') continue;
    if (token.text in PAIRS) {
      token.closedBy = null;
      open.push(token);
    }
    if (!Object.values(PAIRS).includes(token.text)) continue;
    for (let back = 1; back <= Math.min(LOOK_PAST, open.length); back++) {
      const other = open.at(-back);
      if (other && PAIRS[other.text] === token.text) {
        other.closedBy = token;
        open.length -= back;
        break;
      }
      if (other?.text === '{') break;
    }
  }
}

function pieceAt(text: string, at: number): [DbmlToken['kind'] | 'nothing', string] {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return [kind, found];
  }
  return ['sign', text.slice(at, at + 1)];
}

function unquoted(kind: DbmlToken['kind'] | 'nothing', found: string): string {
  if (kind !== 'text' && kind !== 'name') return found;
  const quote = /^(?:'''|['"`])/.exec(found)?.[0] ?? '';
  const inner = found.slice(
    quote.length,
    found.length > quote.length && found.endsWith(quote) ? -quote.length : undefined,
  );
  return inner
    .replace(/\\([\s\S])/g, '$1')
    .replace(/[^\S\n]*\n\s*/g, '\n')
    .trim();
}
