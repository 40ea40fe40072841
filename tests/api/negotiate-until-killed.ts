/**
 * Asks for a little more, answers, and agrees, again and again as two people would, and says each step once it is
 * acknowledged. The test kills it in the middle; it never ends by itself.
 */
import type { Actor } from '../../lib/auth/actor';
import { Role } from '../../lib/catalog/role';
import { db } from '../../lib/db/db';
import { openWorld } from '../../lib/db/open-world';
import type { ToldMove } from '../../lib/reviews/ask-move';
import { decideAsk } from '../../lib/services/decide-ask';
import { openAsk } from '../../lib/services/open-ask';
import { openDraft } from '../../lib/services/open-draft';
import { previewPush } from '../../lib/services/preview-push';
import { saveDraft } from '../../lib/services/save-draft';
import { sendUpstream } from '../../lib/services/send-upstream';
import type { World } from '../../lib/services/world';

const PRODUCT = 'cdp-retention';
const ASK = 'cdp-retention~agg-customer-360';

async function worldOf(key: string): Promise<World> {
  const { id, workspaceId, name, role, teamKeys } = await db().person.findFirstOrThrow({ where: { key } });
  const actor: Actor = { id, workspaceId, key, name, role: Role.parse(role), teams: teamKeys };
  return openWorld(db(), actor);
}

/** Every round asks for a minute less than the last, so that what was agreed is void and everything is asked anew. */
async function send(world: World): Promise<void> {
  const draft = await openDraft(world, { product: PRODUCT });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const put = draft.value.records.flatMap((record) => {
    if (record.kind !== 'expectation' || record.rule.rule !== 'freshness') return [];
    const { maxMinutes } = record.rule;
    return [
      { ...record, rule: { ...record.rule, maxMinutes: maxMinutes > 810 || maxMinutes < 500 ? 810 : maxMinutes - 1 } },
    ];
  });
  const saved = await saveDraft(world, { product: PRODUCT, revision: draft.value.revision, put, remove: [] });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const preview = await previewPush(world, { product: PRODUCT, records: null, whatIf: null });
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const { fingerprint } = preview.value;
  const order = { product: PRODUCT, revision: saved.value.revision, reason: 'a minute sooner', fingerprint };
  const sent = await sendUpstream(world, order);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  process.stdout.write(`sent ${sent.value.push}\n`);
}

async function move(world: World, told: ToldMove): Promise<void> {
  const page = await openAsk(world, { ask: ASK });
  if (!page.ok) throw new Error(JSON.stringify(page.error));
  const lines = page.value.lines.flatMap((line) =>
    line.kind === 'freshness' && line.id !== undefined && line.actions.includes(told.action) ? [line.id] : [],
  );
  // Killed after it was recorded and before it was said: the step is done already.
  if (lines.length === 0) return;
  const decided = await decideAsk(world, { ask: ASK, version: page.value.version, lines, told });
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  process.stdout.write(`decided ${decided.value.decisions.at(-1)?.id}\n`);
}

async function main() {
  const ana = await worldOf('ana');
  const bruno = await worldOf('bruno');
  for (;;) {
    await send(ana);
    await move(bruno, { action: 'counter', value: 1440, reason: 'nights only' });
    await move(ana, { action: 'answer', reason: 'it has to be noon' });
    await move(bruno, { action: 'counter', value: 1000, reason: 'with the new runner' });
    await move(ana, { action: 'agree' });
    await move(bruno, { action: 'implement' });
  }
}

await main();
