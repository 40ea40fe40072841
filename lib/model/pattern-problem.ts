/** What no database reads in a pattern; where they differ from each other (look-arounds, flags) it is theirs to say. */
export type PatternProblem =
  | { code: 'open'; bracket: '(' | '[' }
  | { code: 'not-opened' }
  | { code: 'nothing-to-repeat'; sign: string }
  | { code: 'ends-in-backslash' };

/** The first thing that keeps a pattern from being read anywhere, from the left; null where nothing does. */
export function patternProblem(regex: string): PatternProblem | null {
  let open = 0;
  let isAtStart = true;
  for (let at = 0; at < regex.length; at += 1) {
    const sign = regex.charAt(at);
    if (sign === '\\') {
      if (at + 1 >= regex.length) return { code: 'ends-in-backslash' };
      at = regex.charAt(at + 1) === 'Q' ? endOfQuote(regex, at + 2) : at + 1;
    } else if (sign === '[') {
      const end = endOfSet(regex, at + 1);
      if (end === null) return { code: 'open', bracket: '[' };
      at = end;
    } else if (sign === '(') open += 1;
    else if (sign === ')') {
      if (open === 0) return { code: 'not-opened' };
      open -= 1;
    } else if (isAtStart && (sign === '*' || sign === '+' || (sign === '?' && regex.charAt(at - 1) !== '(')))
      return { code: 'nothing-to-repeat', sign };
    isAtStart = sign === '(' || sign === '|';
  }
  return open > 0 ? { code: 'open', bracket: '(' } : null;
}

/** Where a set of characters closes; a bracket that stands first in it is one of them, and so are those of a class. */
function endOfSet(regex: string, from: number): number | null {
  let at = regex.charAt(from) === '^' ? from + 1 : from;
  if (regex.charAt(at) === ']') at += 1;
  for (; at < regex.length; at += 1) {
    const sign = regex.charAt(at);
    if (sign === ']') return at;
    if (sign === '\\') at += 1;
    const kind = regex.charAt(at + 1);
    if (sign !== '[' || !':.='.includes(kind) || kind === '') continue;
    const end = regex.indexOf(`${kind}]`, at + 2);
    if (end > 0) at = end + 1;
  }
  return null;
}

function endOfQuote(regex: string, from: number): number {
  const end = regex.indexOf('\\E', from);
  return end < 0 ? regex.length : end + 1;
}
