import path from 'node:path';
import { describeStoreProblem, findStoreProblems } from './lib/db/find-store-problems';
import { pool } from './lib/db/pool';

/** Refuses to serve on a store this version would damage or misread. */
export async function register() {
  const problems = await findStoreProblems(pool(), path.join(process.cwd(), 'prisma/migrations'));
  if (problems.length > 0) throw new Error(problems.map(describeStoreProblem).join('\n'));
}
