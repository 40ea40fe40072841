import { describeSqlProblem } from '@/lib/sql/describe-problem';
import { parseExpression } from '@/lib/sql/parse';
import type { Span, SqlType } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { columnsInScope } from './columns-in-scope';
import type { ExpressionPlace } from './issue';
import { namesInScope } from './names-in-scope';
import type { ModelDocument, ModelRecord } from './records';
import { scopeOf } from './scope';
import type { ModelSurroundings } from './surroundings';
import { fitsType, wantedTypes } from './wanted-types';

/** What a text would be at a place: its type (null while it does not parse) and every problem with the part it is about. */
export type ExpressionCheck = {
  type: SqlType | null;
  problems: { at: Span; words: string }[];
};

/**
 * Reads a text as an expression of this record, without changing the model: what the rules would say, at the very
 * characters. A problem without a place of its own, such as a wrong type, covers the whole text.
 */
export function checkExpression(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  record: ModelRecord,
  place: ExpressionPlace,
  text: string,
): ExpressionCheck {
  const whole = { start: 0, end: text.length };
  const parsed = parseExpression(text);
  if (!parsed.ok) return { type: null, problems: [{ at: parsed.error.at, words: describeSqlProblem(parsed.error) }] };
  const columns = columnsInScope(document, surroundings, scopeOf(document, record, place), place);
  const names = namesInScope(document, surroundings, record, place).map((name) => name.text);
  const { type, problems } = typeExpression(parsed.value, columns.typeOf, names);
  if (problems.length > 0) {
    return {
      type,
      problems: problems.map((problem) => ({ at: problem.at ?? whole, words: describeSqlProblem(problem) })),
    };
  }
  const wanted = wantedTypes(record, place.in);
  if (wanted === null || wanted.some((one) => fitsType(parsed.value, type, one))) return { type, problems: [] };
  const words = `This gives ${TYPE_WORDS[type]}, and here it takes ${wanted.map((one) => TYPE_WORDS[one]).join(' or ')}.`;
  return { type, problems: [{ at: whole, words }] };
}

/** What a value is called in a sentence. */
export const TYPE_WORDS: Readonly<Record<SqlType, string>> = {
  string: 'a text',
  integer: 'a whole number',
  decimal: 'a number',
  boolean: 'a yes or no',
  date: 'a date',
  time: 'a time of day',
  timestamp: 'a moment in time',
  json: 'a JSON document',
  interval: 'a span of time',
  unknown: 'something unknown',
};
