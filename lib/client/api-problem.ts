import type { Problem, ProblemCode } from '@/lib/api/problem';

/** The service answered no. What it said is in `problem`; screens decide by `code`, and show `detail`. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** No answer came: the write may or may not have happened, so it is repeated with the same idempotency key. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The service cannot be reached. Your changes are kept here.', { cause });
    this.name = 'Unreachable';
  }
}
