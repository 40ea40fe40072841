import { unreachable } from '@/lib/base/unreachable';
import type { SqlProblem, SqlTypeProblem } from './problem';
import type { SqlType } from './tree';

/** One sentence for whoever wrote the expression: what is wrong and, where there is one, the way out. */
export function describeSqlProblem(problem: SqlProblem | SqlTypeProblem): string {
  return isTypeProblem(problem) ? describeTypeProblem(problem) : describeTextProblem(problem);
}

const TYPE_CODES: ReadonlySet<string> = new Set<SqlTypeProblem['code']>([
  'unknown-column',
  'wrong-operand',
  'not-comparable',
  'not-combinable',
  'wrong-argument',
  'not-castable',
  'no-such-part',
  'nested-aggregate',
]);

function isTypeProblem(problem: SqlProblem | SqlTypeProblem): problem is SqlTypeProblem {
  return TYPE_CODES.has(problem.code);
}

function describeTextProblem(problem: SqlProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'There is no expression here yet.';
    case 'too-long':
      return `The expression has ${problem.length} characters; ${problem.lengthMax} are allowed.`;
    case 'too-deep':
      return `The expression is nested more than ${problem.depthMax} levels deep.`;
    case 'forbidden-character':
      return `The character ${showCharacter(problem.character)} has no meaning in an expression. A name that holds it is written in double quotes.`;
    case 'comment':
      return 'Comments are not allowed in an expression.';
    case 'semicolon':
      return 'One expression only: a semicolon is not allowed.';
    case 'parameter':
      return `Parameters such as ${problem.text} are not allowed; write the value itself.`;
    case 'statement':
      return `“${problem.word}” begins a statement. Only an expression is allowed here, such as price * quantity.`;
    case 'subquery':
      return 'Queries inside an expression are not allowed. Add an input and join it instead.';
    case 'window':
      return 'Window functions (over …) are not allowed.';
    case 'unsupported':
      return `“${problem.construct}” is not part of the expression language.`;
    case 'unterminated-string':
      return 'A text starts here with a single quote and never ends.';
    case 'unterminated-identifier':
      return 'A name starts here with a double quote and never ends.';
    case 'empty-identifier':
      return 'A name between double quotes cannot be empty.';
    case 'reserved-word':
      return `“${problem.word}” is a word of the language. If it is a name, write it in double quotes.`;
    case 'too-many-qualifiers':
      return `“${problem.name}” may be followed by no further name: an input and one of its columns is all.`;
    case 'bad-number':
      return `“${problem.text}” is not a number, or has more than 38 digits.`;
    case 'bad-literal':
      return `'${problem.text}' is not a valid ${nameOf(problem.type)}${FORMS[problem.type] ?? ''}.`;
    case 'unknown-type':
      return `There is no type “${problem.name}”${suggest(problem.nearest)}`;
    case 'type-size':
      return `“${problem.name}” cannot have this size; only decimal(precision, scale) up to 38 digits can.`;
    case 'unknown-function':
      return `There is no function “${problem.name}”${suggest(problem.nearest)}`;
    case 'argument-count':
      return `${problem.name} takes ${countOf(problem.min, problem.max)}, not ${problem.found}.`;
    case 'word-argument':
      return `${problem.name} needs one of these here: ${problem.allowed.join(', ')}.`;
    case 'number-argument': {
      const kind = problem.whole ? 'a whole number' : 'a number';
      return `${problem.name} needs ${kind} between ${problem.min} and ${problem.max} here.`;
    }
    case 'distinct-not-allowed':
      return `${problem.name} cannot be taken over distinct values.`;
    case 'chained-comparison':
      return `Comparisons cannot follow one another (“${problem.operator}”); join them with and, or add parentheses.`;
    case 'expected':
      return `Expected ${showWord(problem.expected)}, but found ${showFound(problem.found)}.`;
    case 'unexpected':
      return `${showFound(problem.found)} does not belong here.`;
    default:
      return unreachable(problem);
  }
}

function describeTypeProblem(problem: SqlTypeProblem): string {
  switch (problem.code) {
    case 'unknown-column': {
      const written = problem.qualifier === null ? problem.name : `${problem.qualifier}.${problem.name}`;
      return `There is no “${written}” here${suggest(problem.nearest)}`;
    }
    case 'wrong-operand':
      return `“${problem.operator}” needs ${listTypes(problem.wanted)}, not ${nameOf(problem.found)}.`;
    case 'not-comparable':
      return `“${problem.operator}” cannot compare ${nameOf(problem.left)} with ${nameOf(problem.right)}.`;
    case 'not-combinable':
      return `“${problem.operator}” cannot bring ${nameOf(problem.left)} and ${nameOf(problem.right)} together.`;
    case 'wrong-argument': {
      const { name, position, wanted, found } = problem;
      return `${name} needs ${listTypes(wanted)} as argument ${position}, not ${nameOf(found)}.`;
    }
    case 'not-castable':
      return `A ${nameOf(problem.from)} cannot be turned into a ${nameOf(problem.to)}.`;
    case 'no-such-part':
      return `A ${nameOf(problem.type)} has no ${problem.part}.`;
    case 'nested-aggregate':
      return `${problem.name} stands inside another aggregate; each row can be aggregated only once.`;
    default:
      return unreachable(problem);
  }
}

const NAMES: Record<SqlType, string> = {
  string: 'text',
  integer: 'whole number',
  decimal: 'decimal number',
  boolean: 'yes/no value',
  date: 'date',
  time: 'time of day',
  timestamp: 'timestamp',
  json: 'JSON document',
  interval: 'interval',
  unknown: 'value of unknown type',
};

const FORMS: Partial<Record<SqlType, string>> = {
  date: ', such as 2024-01-31',
  time: ', such as 06:30:00',
  timestamp: ', such as 2024-01-31 06:30:00',
  interval: ', such as 3 days',
};

function nameOf(type: SqlType): string {
  return NAMES[type];
}

function listTypes(types: readonly SqlType[]): string {
  return types.map(nameOf).join(' or ');
}

function countOf(min: number, max: number | null): string {
  const noun = (max ?? min) === 1 ? 'argument' : 'arguments';
  if (max === null) return `at least ${min} ${min === 1 ? 'argument' : 'arguments'}`;
  return min === max ? `${min} ${noun}` : `${min} to ${max} ${noun}`;
}

function suggest(nearest: string | null): string {
  return nearest === null ? '.' : `; did you mean “${nearest}”?`;
}

function showWord(expected: string): string {
  return expected.startsWith('a ') || expected.startsWith('an ') || expected.includes(' ') ? expected : `“${expected}”`;
}

function showFound(found: string): string {
  return found === '' ? 'the end' : `“${found}”`;
}

function showCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isShown = code > 32 && code !== 127 && !(code >= 0xd800 && code <= 0xdfff) && character.trim() !== '';
  return isShown ? `“${character}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
