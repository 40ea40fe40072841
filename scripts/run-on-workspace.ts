import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Result } from '@/lib/base/result';
import { likelyMeant } from '@/lib/catalog/file/likely-meant';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { PlanRefusal } from '@/lib/engine/push/plan-push';

/** A file of one's own may be as large as a workspace of thousands of products is. */
const LIMITS = { charactersMax: 500_000_000, valuesMax: 50_000_000 };

type Command<T> = {
  name: string;
  compute(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Result<T, PlanRefusal>;
  print(answer: T, snapshot: WorkspaceSnapshot): string;
  /** The exit code of an answer. */
  exit(answer: T): number;
};

/**
 * Runs a command on a workspace file, for the consumers named or for all that are published, and answers the exit code:
 * 2 when the file is refused, every problem on stderr with its line and column.
 */
export function runOnWorkspace<T>(command: Command<T>, args: readonly string[]): number {
  const options = readArguments(args);
  if (options === null)
    return refuse([`usage: npm run --silent ${command.name} -- FILE.yaml [--consumer KEY] [--json]`]);
  const text = readText(options.file);
  if (text === null) return refuse([`${options.file}: there is no such file, or it cannot be read`]);

  const format = options.file.endsWith('.json') ? 'json' : undefined;
  const snapshot = readWorkspace(text, { limits: LIMITS, ...(format ? { format } : {}) });
  if (!snapshot.ok)
    return refuse(snapshot.error.map(({ line, column, words }) => `${options.file}:${line}:${column}: ${words}`));

  const strangers = options.consumers.flatMap((key) => refuseConsumer(snapshot.value, key, options.file));
  if (strangers.length > 0) return refuse(strangers);
  const published = snapshot.value.products
    .filter((product) => product.alignment === 'consumer' && product.status !== 'draft')
    .map((product) => product.key);
  const answer = command.compute(snapshot.value, options.consumers.length > 0 ? options.consumers : published);
  if (!answer.ok) {
    const { error } = answer;
    if (error.code === 'unknown-consumer') throw new Error(`${error.consumer} was looked up before`);
    return refuse([`${options.file}:1:1: the lineage runs in a circle: ${error.loop.join(' reads ')}`]);
  }
  process.stdout.write(
    options.json ? `${JSON.stringify(answer.value, null, 2)}\n` : command.print(answer.value, snapshot.value),
  );
  return command.exit(answer.value);
}

/** Sources and aggregates ask for others, never for themselves. */
function refuseConsumer({ products }: WorkspaceSnapshot, key: string, file: string): string[] {
  const named = products.find((product) => product.key === key);
  if (named?.alignment === 'consumer') return [];
  if (named) return [`--consumer ${key}: ${named.name} is not a consumer, its alignment is ${named.alignment}`];
  const consumers = products.filter(({ alignment }) => alignment === 'consumer').map((product) => product.key);
  const meant = likelyMeant(key, consumers);
  return [`--consumer ${key}: there is no such consumer in ${file}${meant === null ? '' : `; did you mean ${meant}?`}`];
}

function readArguments(args: readonly string[]): { file: string; consumers: string[]; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { consumer: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return null;
    return { file, consumers: values.consumer ?? [], json: values.json ?? false };
  } catch {
    return null;
  }
}

/**
 * A path is meant from where the command was typed, which npm hides behind the project's folder. Bytes that are no UTF-8
 * come as half of a pair, which the reader refuses at its place; read as usual they would be taken for a character. A mark of
 * UTF-16 stays the two it is known by.
 */
function readText(file: string): string | null {
  const typed = path.resolve(process.env.INIT_CWD ?? '.', file);
  try {
    const bytes = readFileSync(existsSync(typed) ? typed : file);
    const text = bytes.toString('utf8');
    return isUtf8(bytes) || text.startsWith('\uFFFD\uFFFD') ? text : text.replaceAll('\uFFFD', '\uD800');
  } catch {
    return null;
  }
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return 2;
}
