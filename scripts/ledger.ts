/**
 * `npm run --silent ledger -- FILE.yaml [--consumer KEY] [--json]`: what the consumers of a workspace file need of its
 * sources, against copying everything; without a server or a database. Exit 0: a ledger; 2: the file is refused.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { printLedger } from '@/lib/engine/ledger/print-ledger';
import { toLedger } from '@/lib/engine/ledger/to-ledger';

/** A file of one's own may be as large as a workspace of thousands of products is. */
const LIMITS = { charactersMax: 500_000_000, valuesMax: 50_000_000 };
const USAGE = 'usage: npm run --silent ledger -- FILE.yaml [--consumer KEY] [--json]';

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const options = readArguments(args);
  if (options === null) return refuse([USAGE]);
  const text = readText(options.file);
  if (text === null) return refuse([`${options.file}: there is no such file, or it cannot be read`]);

  const format = options.file.endsWith('.json') ? 'json' : undefined;
  const snapshot = readWorkspace(text, { limits: LIMITS, ...(format ? { format } : {}) });
  if (!snapshot.ok)
    return refuse(snapshot.error.map(({ line, column, words }) => `${options.file}:${line}:${column}: ${words}`));

  const consumers = snapshot.value.products
    .filter((product) => product.alignment === 'consumer' && product.status !== 'draft')
    .map((product) => product.key);
  const ledger = toLedger(snapshot.value, options.consumers.length > 0 ? options.consumers : consumers);
  if (!ledger.ok) {
    const { error } = ledger;
    if (error.code === 'unknown-consumer') return refuse([`there is no product ${error.consumer} in ${options.file}`]);
    return refuse([`${options.file}:1:1: the lineage runs in a circle: ${error.loop.join(' reads ')}`]);
  }
  process.stdout.write(options.json ? `${JSON.stringify(ledger.value, null, 2)}\n` : printLedger(ledger.value));
  return 0;
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

/** A path is meant from where the command was typed, which npm hides behind the project's folder. */
function readText(file: string): string | null {
  const typed = path.resolve(process.env.INIT_CWD ?? '.', file);
  try {
    return readFileSync(existsSync(typed) ? typed : file, 'utf8');
  } catch {
    return null;
  }
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return 2;
}
