/**
 * Saves the retention draft again and again as one person would, and says each revision once it is acknowledged,
 * and moves its card as often. The test kills it in the middle; it never ends by itself. After every fifth save it sends,
 * which touches every table at once.
 */
import { db } from '../../lib/db/db';
import { openWorld } from '../../lib/db/open-world';
import { openDraft } from '../../lib/services/open-draft';
import { previewPush } from '../../lib/services/preview-push';
import { saveDraft } from '../../lib/services/save-draft';
import { saveLayout } from '../../lib/services/save-layout';
import { sendUpstream } from '../../lib/services/send-upstream';

const PRODUCT = 'cdp-retention';

async function main() {
  const person = await db().person.findFirstOrThrow({ where: { key: 'ana' } });
  const { id, workspaceId, key, name, teamKeys } = person;
  const world = openWorld(db(), { id, workspaceId, key, name, role: 'analyst', teams: teamKeys });
  for (let round = 1; ; round++) {
    const draft = await openDraft(world, { product: PRODUCT });
    if (!draft.ok) throw new Error(JSON.stringify(draft.error));
    const { records, revision } = draft.value;
    const put = records.flatMap((record) =>
      record.kind === 'metric' && record.name === 'item_revenue'
        ? [{ ...record, definition: `round ${revision}` }]
        : [],
    );
    const saved = await saveDraft(world, { product: PRODUCT, revision, put, remove: [] });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    process.stdout.write(`saved ${saved.value.revision} round ${revision}\n`);
    const positions = Object.fromEntries(put.map(({ id }) => [id, { x: revision, y: 0 }]));
    const placed = await saveLayout(world, { product: PRODUCT, layout: { positions } });
    if (!placed.ok) throw new Error(JSON.stringify(placed.error));
    process.stdout.write(`placed ${revision}\n`);
    if (round % 5 > 0) continue;
    const preview = await previewPush(world, { product: PRODUCT, records: null, whatIf: null });
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    const { fingerprint } = preview.value;
    const order = { product: PRODUCT, revision: saved.value.revision, reason: `round ${revision}`, fingerprint };
    const sent = await sendUpstream(world, order);
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    process.stdout.write(`sent ${sent.value.version}\n`);
  }
}

await main();
