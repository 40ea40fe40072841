// @ts-check
/**
 * Writes and checks migrations with Prisma's own schema engine, in its WebAssembly build: the native one comes from a
 * host many machines cannot reach. `npm run db:new NAME` writes what the schema has and the migrations have not;
 * `npm run db:check` fails when there is such a difference. Development only: the product applies migrations itself.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { startEmbedded } from './store/embedded.mjs';
import { EnginePg } from './store/engine-adapter.mjs';

const root = path.join(import.meta.dirname, '..');
const schemaFile = path.join(root, 'prisma/schema.prisma');
const migrationsFolder = path.join(root, 'prisma/migrations');
const schema = { files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] };

const [command, name] = process.argv.slice(2);
if (command === 'check') process.exit(await check());
else if (command === 'new' && name && /^[a-z][a-z0-9_]*$/.test(name)) process.exit(await writeNew(name));
else {
  console.error('Usage: npm run db:check, or npm run db:new NAME (lower-case words joined by _)');
  process.exit(2);
}

async function check() {
  const { sql, isDifferent } = await diff();
  if (!isDifferent) {
    console.log('The migrations make exactly the schema.');
    return 0;
  }
  console.error(`The schema has what no migration makes. Run npm run db:new NAME. Missing:\n\n${sql}`);
  return 1;
}

async function writeNew(/** @type {string} */ words) {
  const { sql, isDifferent } = await diff();
  if (!isDifferent) {
    console.log('Nothing to write: the migrations already make the schema.');
    return 0;
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${words}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${path.relative(root, folder)}/migration.sql. Read it; add checks and triggers by hand.`);
  return 0;
}

/** What would have to be run after all migrations to arrive at the schema. */
async function diff() {
  const home = mkdtempSync(path.join(tmpdir(), 'headwater-schema-'));
  const server = await startEmbedded({ home, settings: { fsync: 'off', full_page_writes: 'off' } });
  try {
    const engine = await loadEngine(server.url('postgres'));
    const answer = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return { sql: answer.stdout ?? '', isDifferent: answer.exitCode !== 0 };
  } finally {
    await server.stopForAll();
    rmSync(home, { recursive: true, force: true });
  }
}

async function loadEngine(/** @type {string} */ url) {
  // Without this a panic of the engine would show as a TypeError about the missing registry.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ message) => console.error(message) },
  });
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = new WebAssembly.Module(readFileSync(path.join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': engineGlue });
  engineGlue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
  /** @type {[string, string][]} */
  const datamodels = schema.files.map((file) => [file.path, file.content]);
  return engineGlue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(new EnginePg(url)));
}

function migrationList() {
  const lock = path.join(migrationsFolder, 'migration_lock.toml');
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: existsSync(lock) ? readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((folder) => ({
      path: folder,
      migrationFile: {
        path: 'migration.sql',
        content: /** @type {const} */ ({
          tag: 'ok',
          value: readFileSync(path.join(migrationsFolder, folder, 'migration.sql'), 'utf8'),
        }),
      },
    })),
  };
}
