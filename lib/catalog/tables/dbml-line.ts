import { ok, type Result, refuse } from '@/lib/base/result';
import { closing, isName, isSign, pathAt, settingsAt, split, type Tokens } from './dbml-parts';
import type { PastedReference, PasteProblem } from './pasted-table';

type End = { table: string[]; columns: string[] };
/** A reference, from the many to the one. */
export type DbmlLine = {
  line: number;
  from: End;
  to: End;
  oneAt: NonNullable<PastedReference['oneAt']>;
  isOptional: boolean;
  label: string | null;
};

/**
 * `a.x > b.y`, `a.(x, y) < b.(x, y)` or `a.x - b.y`, with a `?` on the side that may be missing. Refused is what names no
 * columns, and many-to-many, because what stands between the two is an entity that only a person can name.
 */
export function dbmlLine(tokens: Tokens): Result<DbmlLine, PasteProblem> {
  const line = tokens[0]?.line ?? 1;
  const left = endAt(tokens, 0);
  if (!left) return refuse({ line, words: 'This reference does not begin with a table and its columns.' });
  let at = left.next;
  let sign = '';
  for (; isSign(tokens[at], '<', '>', '-', '?'); at++) sign += tokens[at]?.text ?? '';
  const right = endAt(tokens, at);
  const [, optionalLeft = '', kind = '', optionalRight = ''] = /^(\??)(<>|[<>-])(\??)$/.exec(sign) ?? [];
  if (!right || kind === '')
    return refuse({ line, words: 'This reference does not say from where to where it leads.' });
  if (kind === '<>') {
    const both = [left, right].map(({ end }) => end.table.at(-1)).join(' and ');
    return refuse({ line, words: `Many ${both} go together: draw the entity that stands between them.` });
  }
  const label = settingsAt(tokens, right.next).find(({ key }) => key === 'label' || key === 'name')?.value[0]?.text;
  const isTurned = kind === '<';
  const [from, to] = isTurned ? [right.end, left.end] : [left.end, right.end];
  const isOptional = (isTurned ? optionalLeft : optionalRight) === '?';
  return ok({ line, from, to, oneAt: kind === '-' ? 'both' : 'to', isOptional, label: label ?? null });
}

function endAt(tokens: Tokens, start: number): { end: End; next: number } | null {
  const { path, next } = pathAt(tokens, start);
  if (isSign(tokens[next], '(') && path.length > 0) {
    const close = closing(tokens, next);
    const inside = tokens.slice(next + 1, close ?? next);
    const columns = split(inside, (token) => isSign(token, ',')).flatMap(([first]) =>
      isName(first) && first ? first.text : [],
    );
    return close === null || columns.length === 0 ? null : { end: { table: path, columns }, next: close + 1 };
  }
  const column = path.at(-1);
  return column === undefined || path.length < 2
    ? null
    : { end: { table: path.slice(0, -1), columns: [column] }, next };
}
