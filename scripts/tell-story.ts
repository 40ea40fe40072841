/**
 * The story the product opens with: the Casa Verde workspace, its people, and both consumers sent upstream with
 * everything they need promised already, so that the visitor's first edit is a difference. It goes through the same
 * services as any import and any push, in one transaction: a seed that breaks off leaves nothing.
 */
import { ok, type Result, refuse } from '../lib/base/result';
import type { Database } from '../lib/db/db';
import { eraseWorkspace } from '../lib/db/erase-workspace';
import { foundWorkspace } from '../lib/db/found-workspace';
import { joinWorld } from '../lib/db/open-world';
import { inTransaction } from '../lib/db/workspace-store';
import { importWorkspace } from '../lib/services/import-workspace';
import { previewPush } from '../lib/services/preview-push';
import type { Refusal } from '../lib/services/refusal';
import { sendUpstream } from '../lib/services/send-upstream';
import type { World } from '../lib/services/world';
import { STORY_PEOPLE } from './story-people';

export const STORY_FILE = 'casa-verde.yaml';
const SENT_BY = [
  { product: 'cdp-retention', person: 'ana', reason: 'Win back customers before they are gone.' },
  { product: 'cdp-category', person: 'elisa', reason: 'Weekly category revenue and seller mix.' },
] as const;

/** Tells the story to a store; false when it held something and was to be left alone. */
export async function tellStory(
  over: Database,
  { text, ifEmpty }: { text: string; ifEmpty: boolean },
): Promise<Result<boolean, Refusal>> {
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
    const imported = await importWorkspace(worldOf('fabio'), { text, name: STORY_FILE });
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
