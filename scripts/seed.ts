/**
 * The story the product opens with: the Casa Verde workspace, its people, and both consumers sent upstream with
 * everything they need promised already, so that the visitor's first edit is a difference. It goes through the same
 * services as any import and any push, in one transaction: a seed that breaks off leaves nothing. `--if-empty` leaves a
 * store that holds anything alone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ok, type Result, refuse } from '../lib/base/result';
import { type Database, db } from '../lib/db/db';
import { eraseWorkspace } from '../lib/db/erase-workspace';
import { foundWorkspace } from '../lib/db/found-workspace';
import { joinWorld } from '../lib/db/open-world';
import { pool } from '../lib/db/pool';
import { inTransaction } from '../lib/db/workspace-store';
import { importWorkspace } from '../lib/services/import-workspace';
import { previewPush } from '../lib/services/preview-push';
import type { Refusal } from '../lib/services/refusal';
import { sendUpstream } from '../lib/services/send-upstream';
import type { World } from '../lib/services/world';
import { STORY_PEOPLE } from './story-people';

const FILE = 'casa-verde.yaml';
const SENT_BY = [
  { product: 'cdp-retention', person: 'ana', reason: 'Win back customers before they are gone.' },
  { product: 'cdp-category', person: 'elisa', reason: 'Weekly category revenue and seller mix.' },
] as const;

/** Seeds a store; false when it held something and was to be left alone. */
export async function seed(over: Database, { ifEmpty }: { ifEmpty: boolean }): Promise<Result<boolean, Refusal>> {
  const text = readFileSync(path.join(import.meta.dirname, '..', 'samples', FILE), 'utf8');
  return inTransaction(over, async (tx): Promise<Result<boolean, Refusal>> => {
    const before = await tx.workspace.findMany({ select: { id: true } });
    if (before.length > 0 && ifEmpty) return ok(false);
    for (const { id } of before) await eraseWorkspace(tx, id);
    const actors = await foundWorkspace(tx, { key: 'casa-verde', name: 'Casa Verde' }, STORY_PEOPLE);
    const worldOf = (person: string): World => {
      const actor = actors.get(person);
      if (!actor) throw new Error(`nobody in the story is called ${person}`);
      return joinWorld(tx, actor);
    };
    const imported = await importWorkspace(worldOf('fabio'), { text, name: FILE });
    if (!imported.ok) return imported;
    for (const { product, person, reason } of SENT_BY) {
      const sent = await send(worldOf(person), product, reason);
      if (!sent.ok) return sent;
    }
    return ok(true);
  });
}

async function send(world: World, product: string, reason: string): Promise<Result<null, Refusal>> {
  const preview = await previewPush(world, { product, records: null, whatIf: null });
  if (!preview.ok) return preview;
  const sent = await sendUpstream(world, { product, revision: 1, reason, fingerprint: preview.value.fingerprint });
  return sent.ok ? ok(null) : refuse(sent.error);
}

async function main() {
  const seeded = await seed(db(), { ifEmpty: process.argv.includes('--if-empty') });
  if (seeded.ok)
    console.log(seeded.value ? 'The story of Casa Verde is told.' : 'The store is not empty; it stays as it is.');
  else console.error('The story could not be told:', JSON.stringify(seeded.error, null, 2));
  await db().$disconnect();
  await pool().end();
  process.exitCode = seeded.ok ? 0 : 1;
}

if (process.argv[1] && path.basename(process.argv[1]).startsWith('seed')) await main();
