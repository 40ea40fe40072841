/**
 * `npm run --silent plan -- FILE.yaml [--consumer KEY] [--json]`: the engine on a workspace file, without a server or a
 * database. Exit 0: a plan; 1: a plan with something missing, conflicting or infeasible; 2: the file is refused.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { Plan } from '@/lib/engine/plan';
import { planNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import { printPlan } from '@/lib/engine/push/print-plan';

/** A file of one's own may be as large as a workspace of thousands of products is. */
const LIMITS = { charactersMax: 500_000_000, valuesMax: 50_000_000 };
const UNMET = new Set(['missing', 'conflict', 'infeasible']);
const USAGE = 'usage: npm run --silent plan -- FILE.yaml [--consumer KEY] [--json]';

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
  const plan = planPush(snapshot.value, options.consumers.length > 0 ? options.consumers : consumers);
  if (!plan.ok) {
    const { error } = plan;
    if (error.code === 'unknown-consumer') return refuse([`there is no product ${error.consumer} in ${options.file}`]);
    return refuse([`${options.file}:1:1: the lineage runs in a circle: ${error.loop.join(' reads ')}`]);
  }
  write(plan.value, options.json ? null : planNames(snapshot.value));
  return plan.value.requirements.some((row) => UNMET.has(row.verdict)) || plan.value.conflicts.length > 0 ? 1 : 0;
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

function write(plan: Plan, names: ReturnType<typeof planNames> | null): void {
  process.stdout.write(names ? printPlan(plan, names) : `${JSON.stringify(plan, null, 2)}\n`);
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  return 2;
}
