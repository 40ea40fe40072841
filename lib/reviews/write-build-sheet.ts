import { joinWords } from '@/lib/base/join-words';
import type { BuildEntity, BuildLine, BuildSheet, BuildTable } from './build-sheet';

const MARK = { met: 'x', tighten: ' ', missing: ' ', conflict: ' ', infeasible: ' ' } as const;

/** The sheet as Markdown: a tick list to paste where the team plans its work. What is offered already is ticked. */
export function writeBuildSheet(sheet: BuildSheet): string {
  const { product, kind, askedBy, promises, entities, tables } = sheet;
  const title = kind === 'work-pack' ? 'Work pack' : 'Build sheet';
  const names = askedBy.map(({ name }) => name);
  const parts = [
    `# ${title}: ${product.name}`,
    names.length === 0
      ? 'Nobody needs anything of it.'
      : `Asked by ${joinWords(names)}. What is not on this sheet, nobody asked for.`,
    ...section('How good it must be', promises.map(line)),
    ...tables.map(writeTable),
    ...entities.map(writeEntity),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}\n\n${lines.join('\n')}`];
}

function line({ words, why, verdict }: BuildLine): string {
  return `- [${MARK[verdict]}] ${plain(words)}, ${plain(why)}.${verdict === 'met' ? '' : ` **${verdict}**`}`;
}

function writeTable({ source, table, sql, dialect, purpose, deferred, historyDays, askedBy }: BuildTable): string {
  const kept =
    historyDays === null ? [] : [historyDays === 'all' ? 'Keep all of its history.' : `Keep ${historyDays} days.`];
  const left = deferred.length === 0 ? [] : [`Left out: ${deferred.map(code).join(', ')}.`];
  return [
    `## Table ${code(`${source}.${table}`)}`,
    plain(purpose),
    [`For ${joinWords(askedBy)}.`, ...kept, ...left].join(' '),
    `\`\`\`sql\n-- ${dialect}\n${sql}\n\`\`\``,
  ].join('\n\n');
}

function writeEntity(entity: BuildEntity): string {
  const { label, key, grain, inputs, where, groupBy, attributes, checks, leftOut, leftOutInputs, isBuilt } = entity;
  const rows = [
    ...inputs.map(
      ({ as, ref, join, on }) => `- ${join} ${code(ref)} as ${code(as)}${on === null ? '' : ` on ${code(on)}`}`,
    ),
    ...(where === null ? [] : [`- where ${code(where)}`]),
    ...(groupBy.length === 0 ? [] : [`- one row per ${joinWords(groupBy.map(code))}`]),
  ];
  const fields = attributes.map((one) => {
    const from = one.expression === null ? 'no origin yet' : code(one.expression);
    return `- [${MARK[one.verdict]}] ${code(one.key)}${one.type === null ? '' : ` ${one.type}`} from ${from}: ${plain(one.words)}, ${plain(one.why)}.`;
  });
  const left = [...leftOut.map(code), ...leftOutInputs.map((ref) => `the input ${code(ref)}`)];
  return [
    `## ${plain(label)} (${code(key)})`,
    ...(isBuilt ? [] : ['Nobody has drawn it yet.']),
    ...(grain.length === 0 ? [] : [`One row per ${joinWords(grain.map(code))}.`]),
    ...block('Comes from', rows),
    ...block('Fields', fields),
    ...block('Checks', checks.map(line)),
    ...(left.length === 0 ? [] : [`Nobody asked for ${joinWords(left)}.`]),
  ].join('\n\n');
}

function block(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join('\n')}`];
}

/** Names are people's words: what would mean something to Markdown is not to. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`).replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence}${text.replace(/\s*\n\s*/g, ' ')}${fence}`;
}
