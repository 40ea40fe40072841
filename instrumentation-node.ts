import path from 'node:path';
import { describeStoreProblem, findStoreProblems } from './lib/db/find-store-problems';
import { pool } from './lib/db/pool';

/**
 * Refuses to serve on a store this version would damage or misread. It ends the process: on an error thrown here Next
 * would go on listening, and answer every request with a failure.
 */
export async function register() {
  try {
    const problems = await findStoreProblems(pool(), path.join(process.cwd(), 'prisma/migrations'));
    if (problems.length === 0) return;
    console.error(problems.map(describeStoreProblem).join('\n'));
  } catch (problem) {
    console.error('The store cannot be used:', problem instanceof Error ? problem.message : problem);
  }
  process.exit(1);
}
