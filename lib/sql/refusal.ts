import type { SqlProblem } from './problem';

/**
 * The way out of a recursive parser: thrown by the lexer and the parser, caught by `parseExpression` alone, which
 * hands the problem back as a refusal. Nothing outside this folder sees it.
 */
export class Refusal extends Error {
  constructor(readonly problem: SqlProblem) {
    super(problem.code);
  }
}
