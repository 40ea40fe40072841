import { ok, type Result, refuse } from '@/lib/base/result';
import { checkText } from './file/check-text';
import { cursorAt } from './file/cursor';
import { WorkspaceFile } from './file/file-schema';
import { findNameProblems } from './file/find-name-problems';
import { findShapeProblems } from './file/find-shape-problems';
import type { Finding } from './file/finding';
import { DEFAULT_LIMITS, type ReadLimits } from './file/limits';
import { readJson } from './file/read-json';
import { readYaml } from './file/read-yaml';
import { findBackupProblems, restoreBackup } from './file/restore-backup';
import { toSnapshot } from './file/to-snapshot';
import { toPlainValue } from './file/tree';
import { type FileProblem, toFileProblems } from './file-problem';
import type { WorkspaceSnapshot } from './snapshot';
import type { WorkspaceBackup } from './workspace-backup';

/** Without a format, a file that begins like a JSON object is JSON and every other one YAML. */
export type ReadOptions = { format?: 'yaml' | 'json'; limits?: Partial<ReadLimits> };

/**
 * A workspace from the text of its file, whole or not at all. Every problem is listed with its place, in the order of
 * the file; only what cannot be read to its end, or is too much to look at, is told by its first problem.
 */
export function readWorkspace(text: string, options: ReadOptions = {}): Result<WorkspaceSnapshot, FileProblem[]> {
  const backup = readBackup(text, options);
  return backup.ok ? ok(backup.value.snapshot) : backup;
}

/** The same, with what only a full backup holds: real record ids, canvases, and the blocks other rooms read. */
export function readBackup(text: string, options: ReadOptions = {}): Result<WorkspaceBackup, FileProblem[]> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const unreadable = checkText(text, limits);
  if (unreadable) return refuse(toFileProblems([unreadable], text));
  const isJson = options.format === undefined ? /^\s*\{\s*["}]/.test(text) : options.format === 'json';
  const { tree, findings } = isJson ? readJson(text, limits) : readYaml(text, limits);
  if (!tree) return refuse(toFileProblems(findings, text));
  const value = toPlainValue(tree);
  const parsed = WorkspaceFile.safeParse(value);
  const shape = parsed.success ? [] : findShapeProblems({ tree, value, schema: WorkspaceFile }, parsed.error.issues);
  const wrong: Finding[] = [...findings, ...shape, ...findNameProblems(tree)];
  if (!parsed.success || wrong.length > 0) return refuse(toFileProblems(wrong, text));
  const snapshot = toSnapshot(parsed.data);
  const stray = findBackupProblems(cursorAt(tree), snapshot);
  return stray.length > 0 ? refuse(toFileProblems(stray, text)) : ok(restoreBackup(parsed.data, snapshot));
}
