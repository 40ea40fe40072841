import { readdirSync } from 'node:fs';
import type pg from 'pg';

export type StoreProblem = { code: 'time-zone'; zone: string } | { code: 'migrations-missing'; names: string[] };

/** What would make this version lose or shift what it stores, though the database answers. */
export async function findStoreProblems(over: pg.Pool, migrationsFolder: string): Promise<StoreProblem[]> {
  const { rows: zones } = await over.query<{ zone: string }>(`SELECT current_setting('TimeZone') AS zone`);
  const zone = zones[0]?.zone ?? '';
  const names = await findMissingMigrations(over, migrationsFolder);
  return [
    ...(zone === 'UTC' ? [] : [{ code: 'time-zone' as const, zone }]),
    ...(names.length === 0 ? [] : [{ code: 'migrations-missing' as const, names }]),
  ];
}

/** A problem in the words of whoever runs the server. */
export function describeStoreProblem(problem: StoreProblem): string {
  switch (problem.code) {
    case 'time-zone':
      return `Database sessions must use the time zone UTC, but use ${problem.zone}: instants would be stored shifted.`;
    case 'migrations-missing':
      return `The database lacks ${problem.names.join(', ')}: start with npm start, which applies migrations.`;
  }
}

async function findMissingMigrations(over: pg.Pool, folder: string): Promise<string[]> {
  const { rows: tables } = await over.query<{ known: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`,
  );
  const applied = tables[0]?.known ? await readApplied(over) : new Set<string>();
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !applied.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function readApplied(over: pg.Pool): Promise<Set<string>> {
  const { rows } = await over.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Set(rows.map((row) => row.name));
}
