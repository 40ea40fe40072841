import type { DbmlToken } from './dbml-tokens';

export type Tokens = readonly DbmlToken[];
/** `Table users as U [headercolor: #fff] { … }`, or `Ref: a.x > b.y`, whose body is the rest of its line. */
export type DbmlElement = { line: number; kind: string; head: Tokens; body: Tokens; isClosed: boolean };
export type DbmlSetting = { line: number; key: string; value: Tokens };

/** The elements of a text from the top. One that is never closed ends where the next line begins a table. */
export function dbmlElements(tokens: Tokens): DbmlElement[] {
  const elements: DbmlElement[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at];
    if (!first || first.kind === 'end') {
      at++;
      continue;
    }
    const { element, next } = elementAt(tokens, at, first);
    elements.push(element);
    at = next;
  }
  return elements;
}

function elementAt(tokens: Tokens, start: number, first: DbmlToken): { element: DbmlElement; next: number } {
  const about = { line: first.line, kind: first.kind === 'word' ? first.text.toLowerCase() : '' };
  let open = start;
  while (open < tokens.length && !isSign(tokens[open], '{', ':')) {
    if (isSign(tokens[open], '[')) open = closing(tokens, open) ?? open;
    if (tokens[open]?.kind === 'end' && !opensNext(tokens, open)) break;
    open++;
  }
  const head = tokens.slice(start + 1, open).filter(({ kind }) => kind !== 'end');
  if (isSign(tokens[open], '{')) {
    const close = closing(tokens, open);
    const next = close ?? nextTable(tokens, open);
    return {
      element: { ...about, head, body: tokens.slice(open + 1, next), isClosed: close !== null },
      next: next + 1,
    };
  }
  let next = open;
  while (next < tokens.length && tokens[next]?.kind !== 'end')
    next = (isSign(tokens[next], '[', '(') ? (closing(tokens, next) ?? next) : next) + 1;
  return { element: { ...about, head, body: tokens.slice(open + 1, next), isClosed: true }, next };
}

/** True where a brace stands alone on the next line. */
function opensNext(tokens: Tokens, from: number): boolean {
  let at = from;
  while (tokens[at]?.kind === 'end') at++;
  return isSign(tokens[at], '{');
}

function nextTable(tokens: Tokens, from: number): number {
  for (let at = from + 1; at < tokens.length; at++)
    if (tokens[at]?.kind === 'end' && /^table$/i.test(tokens[at + 1]?.text ?? '')) return at;
  return tokens.length;
}

/** Where a bracket is closed again; null when it never is. */
export function closing(tokens: Tokens, open: number): number | null {
  const wanted = tokens[open]?.closedBy;
  if (!wanted) return null;
  const at = tokens.indexOf(wanted, open);
  return at === -1 ? null : at;
}

/** The lines of a body that say something; what stands in brackets does not end one. */
export function linesOf(body: Tokens): Tokens[] {
  return split(body, ({ kind }) => kind === 'end');
}

/** `[pk, note: 'x', ref: > a.b]`, from where it opens. */
export function settingsAt(tokens: Tokens, open: number): DbmlSetting[] {
  if (!isSign(tokens[open], '[')) return [];
  const inside = tokens.slice(open + 1, closing(tokens, open) ?? tokens.length).filter(({ kind }) => kind !== 'end');
  return split(inside, (token) => isSign(token, ',')).map((part): DbmlSetting => {
    const colon = part.findIndex((token) => isSign(token, ':'));
    const words = colon === -1 ? part : part.slice(0, colon);
    return {
      line: part[0]?.line ?? 1,
      key: words.map(({ text }) => text.toLowerCase()).join(' '),
      value: colon === -1 ? [] : part.slice(colon + 1),
    };
  });
}

/** The parts between what divides them, outside of all brackets. */
export function split(tokens: Tokens, divides: (token: DbmlToken) => boolean): DbmlToken[][] {
  const parts: DbmlToken[][] = [[]];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const close = closing(tokens, at);
    if (close !== null) {
      for (; at < close; at++) parts.at(-1)?.push(...tokens.slice(at, at + 1));
      parts.at(-1)?.push(...tokens.slice(close, close + 1));
    } else if (divides(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** `schema.table` or `"a name".column` as its parts, and where the text goes on. */
export function pathAt(tokens: Tokens, start: number): { path: string[]; next: number } {
  const path: string[] = [];
  let at = start;
  for (; isName(tokens[at]); at += 2) {
    path.push(tokens[at]?.text ?? '');
    if (!isSign(tokens[at + 1], '.')) return { path, next: at + 1 };
  }
  return { path, next: at };
}

/** A word that may be a name, or a name in quotes. */
export function isName(token: DbmlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}

/** One of these signs, and no word or text that is written like it. */
export function isSign(token: DbmlToken | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'sign' && signs.includes(token.text);
}
