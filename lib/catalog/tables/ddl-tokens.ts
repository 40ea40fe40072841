/** A piece of SQL: a word, a quoted name, a literal or one sign. Comments and space are gone. */
export type DdlToken = { kind: 'word' | 'name' | 'literal' | 'sign'; text: string; line: number };

const PIECES: readonly [DdlToken['kind'] | 'nothing', RegExp][] = [
  ['nothing', /\s+|--[^\n]*|#(?=\s)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['literal', /'(?:[^'\\]|''|\\[\s\S])*(?:'|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|\d+(?:\.\d+)?/y],
  ['name', /"(?:[^"]|"")*(?:"|$)|`(?:[^`]|``)*(?:`|$)|\[(?!\s*\d*\s*\])[^\]\n]*(?:\]|$)/y],
  ['word', /[\p{L}_@#][\p{L}\p{N}_$@#]*/uy],
  ['sign', /\[\s*\d*\s*\]|[\s\S]/y],
];

/** SQL of any dialect as tokens; never fails, because whatever is no word is a sign. Quotes of names are taken off. */
export function ddlTokens(text: string): DdlToken[] {
  const tokens: DdlToken[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const [kind, found] = pieceAt(text, at);
    if (kind !== 'nothing') tokens.push({ kind, text: kind === 'name' ? unquoted(found) : found, line });
    line += found.split('\n').length - 1;
    at += found.length;
  }
  return tokens;
}

function pieceAt(text: string, at: number): [DdlToken['kind'] | 'nothing', string] {
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found) return [kind, found];
  }
  return ['sign', text.slice(at, at + 1)];
}

function unquoted(name: string): string {
  const quote = name.charAt(0);
  const inner = name.slice(1, name.length > 1 && /["`\]]$/.test(name) ? -1 : undefined);
  return quote === '[' ? inner : inner.replaceAll(quote + quote, quote);
}
