/**
 * The fence between the rooms: `app → components → client → api → pure ← services ← app`, with `db` handing services
 * their ports. It reads text rather than types, so that a type imported across a border counts too.
 */
import { posix } from 'node:path';

export type SourceFile = { path: string; text: string };
export type Trespass = { path: string; words: string };

export const PURE = ['base', 'catalog', 'contracts', 'engine', 'model', 'reviews', 'sql', 'standards'];
const PURE_PACKAGES = ['js-yaml', 'zod'];

/** Who may do what is decided once, on both sides of the wire: these files of lib/auth are a pure room of their own. */
const POLICY = ['actor', 'can', 'describe-denial'].map((name) => `lib/auth/${name}`);

/** Which rooms a room may import from, besides itself. A folder of lib that is not named here is not known. */
const ROOMS: ReadonlyMap<string, readonly string[]> = new Map([
  ...PURE.map((room): [string, string[]] => [room, room === 'base' ? [] : PURE]),
  ['auth policy', PURE],
  ['services', [...PURE, 'auth policy', 'auth']],
  ['db', [...PURE, 'auth policy', 'services']],
  ['auth', [...PURE, 'auth policy', 'db']],
  ['api', [...PURE, 'auth policy']],
  ['client', [...PURE, 'auth policy', 'api']],
  ['components', [...PURE, 'auth policy', 'api', 'client']],
  ['app', [...PURE, 'auth policy', 'services', 'db', 'auth', 'api', 'client', 'components']],
]);

const IMPURE: readonly [RegExp, string][] = [
  [/\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, 'reads the clock'],
  [/\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/, 'uses randomness'],
  [/\bprocess\.\w/, 'reads the process'],
  [/\bfetch\(|\blocalStorage\b|\bsetTimeout\(|\bsetInterval\(/, 'reaches outside'],
];

/** Everything that crosses a border it may not cross, sorted by path. */
export function findTrespasses(files: readonly SourceFile[]): Trespass[] {
  return files
    .flatMap((file) => findInFile(file).map((words) => ({ path: file.path, words })))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function findInFile({ path, text }: SourceFile): string[] {
  const room = roomOf(path);
  const found: string[] = [];
  if (/^\s*['"]use server['"]/m.test(text)) found.push('has a server action: writes are route handlers');
  if (path.startsWith('lib/')) found.push(...findInLib(path, text, room));
  if (/\.test\.tsx?$/.test(path) || !ROOMS.has(room)) return found;
  const imports = importsOf(text);
  found.push(...imports.flatMap((specifier) => findForbiddenImport(path, room, specifier)));
  if (isPure(room)) found.push(...findImpurities(text));
  return found;
}

function findInLib(path: string, text: string, room: string): string[] {
  if (!path.slice('lib/'.length).includes('/')) return ['stands in lib itself: it belongs in one of the rooms'];
  return [
    ...(ROOMS.has(room) ? [] : [`is in a room nobody knows: lib/${room}`]),
    ...(/\/index\.tsx?$/.test(path) || /^export \* from/m.test(text) ? ['is a barrel'] : []),
  ];
}

function findForbiddenImport(path: string, room: string, specifier: string): string[] {
  const target = resolve(path, specifier);
  if (target === null) return findForbiddenPackage(room, specifier);
  const targetRoom = roomOf(target);
  if (targetRoom === room || ROOMS.get(room)?.includes(targetRoom)) return [];
  if (targetRoom === 'root' && room === 'app') return [];
  return [`imports ${target}: ${room} may not know ${targetRoom}`];
}

function findForbiddenPackage(room: string, specifier: string): string[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (isPure(room) && !PURE_PACKAGES.includes(name)) return [`imports ${specifier}: ${room} is pure`];
  if (room !== 'db' && (name.startsWith('@prisma/') || name === 'pg')) {
    return [`imports ${specifier}: the store has one door, lib/db`];
  }
  return [];
}

function findImpurities(text: string): string[] {
  const code = withoutComments(text);
  return IMPURE.flatMap(([pattern, words]) => (pattern.test(code) ? [`${words}: it must come in as an argument`] : []));
}

function isPure(room: string): boolean {
  return room === 'auth policy' || PURE.includes(room);
}

/** `lib/engine/x.ts` is in `engine`, `components/x.tsx` in `components`, `proxy.ts` in `root`. */
function roomOf(path: string): string {
  if (POLICY.includes(path.replace(/(?:\.test)?\.tsx?$/, ''))) return 'auth policy';
  const [first = '', second = ''] = path.split('/');
  if (first === 'lib') return second;
  return path.includes('/') ? first : 'root';
}

/** The file a specifier means, from the root; null for a package. */
function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : null;
}

function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const forms = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
  ];
  return forms.flatMap((form) => Array.from(code.matchAll(form), (match) => match[1] ?? ''));
}

/** Good enough for formatted code: whole lines of comment, and what follows `//` after a space. */
function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .map((line) => line.replace(/\s\/\/ .*$/, ''))
    .join('\n');
}
