import path from 'node:path';
import { closeStreams } from './app/api/open-streams';
import { describeAuthProblem, findAuthProblems } from './lib/auth/auth-mode';
import { db } from './lib/db/db';
import { describeStoreProblem, findStoreProblems } from './lib/db/find-store-problems';
import { pool } from './lib/db/pool';
import { readAhead } from './lib/db/read-ahead';

/**
 * Refuses to serve on a store this version would damage or misread, and to serve a team without a secret worth the name.
 * It ends the process: on an error thrown here Next would go on listening, and answer every request with a failure.
 */
export async function register() {
  try {
    const problems = [
      ...findAuthProblems(process.env).map(describeAuthProblem),
      ...(await findStoreProblems(pool(), path.join(process.cwd(), 'prisma/migrations'))).map(describeStoreProblem),
    ];
    if (problems.length === 0) {
      closeStreamsWhenStopped();
      // Whoever comes meanwhile waits for the same reading, and is told what went wrong with it.
      void readAhead(db()).catch(() => {});
      return;
    }
    console.error(problems.join('\n'));
  } catch (problem) {
    console.error('The store cannot be used:', problem instanceof Error ? problem.message : problem);
  }
  process.exit(1);
}

/** The server waits for every answer under way before it ends, and a stream is an answer that never ends by itself. */
function closeStreamsWhenStopped(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, closeStreams);
}
