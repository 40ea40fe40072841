/**
 * How people become known. Without an origin the product is a demonstration on this machine: nobody signs in, and the
 * visitor may be anyone of the story. With one it serves a team: nobody is known until they have signed in.
 */
export type AuthMode =
  | { kind: 'demo'; origins: readonly string[] }
  | { kind: 'team'; origins: readonly string[]; secret: string };
export type AuthProblem = 'secret-missing' | 'secret-short' | 'secret-plain' | 'origin-wrong';

type Environment = Readonly<Record<string, string | undefined>>;
const SECRET_LENGTH_MIN = 32;
const DISTINCT_MIN = 12;
const SAMPLES = /change.?me|example|sample|secret|password|your.|xxxx/i;

export function readAuthMode(env: Environment): AuthMode {
  if (!env.APP_ORIGIN) {
    const port = env.PORT ?? '3000';
    return { kind: 'demo', origins: ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}:${port}`) };
  }
  return { kind: 'team', origins: [env.APP_ORIGIN], secret: env.AUTH_SECRET ?? '' };
}

/** What makes it unsafe to serve a team. A demonstration guards nothing. */
export function findAuthProblems(env: Environment): AuthProblem[] {
  const mode = readAuthMode(env);
  if (mode.kind === 'demo') return [];
  const { secret } = mode;
  return [
    ...(isOrigin(mode.origins[0] ?? '') ? [] : ['origin-wrong' as const]),
    ...(secret === '' ? ['secret-missing' as const] : []),
    ...(secret !== '' && secret.length < SECRET_LENGTH_MIN ? ['secret-short' as const] : []),
    ...(secret.length >= SECRET_LENGTH_MIN && isPlain(secret) ? ['secret-plain' as const] : []),
  ];
}

export function describeAuthProblem(problem: AuthProblem): string {
  switch (problem) {
    case 'origin-wrong':
      return 'APP_ORIGIN must be the address people use and nothing more, such as https://headwater.example.';
    case 'secret-missing':
      return 'AUTH_SECRET is not set. Make one: openssl rand -base64 32';
    case 'secret-short':
      return `AUTH_SECRET is shorter than ${SECRET_LENGTH_MIN} characters. Make one: openssl rand -base64 32`;
    case 'secret-plain':
      return 'AUTH_SECRET looks like a sample or a word. Make a random one: openssl rand -base64 32';
  }
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}

function isPlain(secret: string): boolean {
  return SAMPLES.test(secret) || new Set(secret).size < DISTINCT_MIN;
}
