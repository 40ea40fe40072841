import { ok, type Result, refuse } from '@/lib/base/result';
import { type Cursor, fail, isAt, peek } from './cursor';
import { lex, type Token } from './lex';
import { parseTree } from './parse-tree';
import type { SqlProblem } from './problem';
import { Refusal } from './refusal';
import type { Expression } from './tree';
import { childrenOf } from './walk';
import { STATEMENT_WORDS } from './words';

export type { SqlProblem } from './problem';

/** Longest text and deepest tree: far above what people write, far below what would overflow a stack. */
export const LENGTH_MAX = 10_000;
const DEPTH_MAX = 200;

/**
 * Reads one scalar expression and nothing else: what is left over refuses the whole text, so no statement, query,
 * comment or second expression can ride along. Never throws on any text. Knows no columns; `typeExpression` does. The same
 * text gives the very same tree for as long as it is remembered: a column that is only passed on is written a thousand times.
 */
export function parseExpression(text: string): Result<Expression, SqlProblem> {
  const known = remembered.get(text);
  if (known) return known;
  const made = readText(text);
  if (text.length > REMEMBERED_LENGTH_MAX) return made;
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(text, made);
  return made;
}

const REMEMBERED_MAX = 20_000;
/** What is longer is hardly written twice, and its tree takes more room. */
const REMEMBERED_LENGTH_MAX = 100;
const remembered = new Map<string, Result<Expression, SqlProblem>>();

function readText(text: string): Result<Expression, SqlProblem> {
  if (text.length > LENGTH_MAX) {
    const at = { start: LENGTH_MAX, end: text.length };
    return refuse({ code: 'too-long', length: text.length, lengthMax: LENGTH_MAX, at });
  }
  try {
    return readWhole(lex(text));
  } catch (thrown) {
    if (thrown instanceof Refusal) return refuse(thrown.problem);
    throw thrown;
  }
}

function readWhole(tokens: Token[]): Result<Expression, SqlProblem> {
  const cursor: Cursor = { tokens, position: 0, depth: 0, brackets: 0, parse: parseTree };
  const first = peek(cursor);
  if (first.kind === 'end') return refuse({ code: 'empty', at: { start: 0, end: first.end } });
  try {
    const tree = parseTree(cursor, 0);
    refuseRest(cursor);
    refuseDepth(tree, first, peek(cursor));
    return ok(tree);
  } catch (thrown) {
    if (!(thrown instanceof Refusal && isStatement(first, thrown.problem))) throw thrown;
    return refuse({ code: 'statement', word: first.text, at: { start: first.start, end: first.end } });
  }
}

/** `drop table t` fails at `table`; saying that it is a statement helps more. */
function isStatement(first: Token, { code, at }: SqlProblem): boolean {
  const isSlip = code === 'unexpected' || code === 'reserved-word' || code === 'expected' || code === 'subquery';
  return isSlip && first.kind === 'word' && STATEMENT_WORDS.has(first.text) && at.start <= first.end + 1;
}

function refuseRest(cursor: Cursor): void {
  const { kind, written, text, start, end } = peek(cursor);
  if (kind === 'end') return;
  const at = { start, end };
  if (isAt(cursor, 'over')) fail({ code: 'window', at });
  const construct = kind === 'word' ? CLAUSES.get(text) : undefined;
  if (construct) fail({ code: 'unsupported', construct, at });
  fail({ code: 'unexpected', found: written, at });
}

const CLAUSES: ReadonlyMap<string, string> = new Map([
  ['filter', 'filter (where ...)'],
  ['within', 'within group'],
  ['at', 'at time zone'],
  ['collate', 'collate'],
  ['similar', 'similar to'],
  ['as', 'as'],
]);

/** Long chains (`a + a + …`) grow deep without a parenthesis, so the tree itself is measured, without recursion. */
function refuseDepth(tree: Expression, first: Token, end: Token): void {
  let level = [tree];
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > DEPTH_MAX) fail({ code: 'too-deep', depthMax: DEPTH_MAX, at: { start: first.start, end: end.end } });
    level = level.flatMap(childrenOf);
  }
}
