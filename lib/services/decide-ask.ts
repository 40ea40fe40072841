import { ok, type Result, refuse } from '@/lib/base/result';
import { afterMove, isAgreed, isOpen } from '@/lib/reviews/state-machine';
import { allow } from './allow';
import { askEvents } from './ask-events';
import { type FoundAsk, findAsk } from './find-ask';
import { whoIsWho } from './named-change';
import { type AskPage, askResource, readAskPage } from './open-ask';
import type { Refusal } from './refusal';
import type { ReadStore, RequirementToKeep, StoredRequirement } from './store';
import type { World } from './world';

export type AskDecision = {
  ask: string;
  /** Of the ask, as the person saw it. */
  version: number;
  action: 'accept' | 'decline';
  /** Every open line when null. */
  lines: string[] | null;
  reason: string | null;
};

/**
 * A named person of the owning team says yes or no, to all of an ask or to some of its lines. Of several who decide at
 * once one wins; the others are told who did, and decide again on what is then open, if anything is.
 */
export function decideAsk(world: World, decision: AskDecision): Promise<Result<AskPage, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const found = await findAsk(store, decision.ask);
    if (!found.ok) return found;
    const { snapshot } = await store.snapshot();
    const allowed = allow(world.actor, 'ask.decide', askResource(world, snapshot, found.value));
    if (!allowed.ok) return allowed;
    if (found.value.version !== decision.version) return refuse(await staleAsk(store, found.value));
    const chosen = chooseLines(found.value, decision);
    if (!chosen.ok) return chosen;

    const at = world.now();
    const decided = chosen.value.map((before) => ({
      before,
      after: decideRow(before, decision, { by: world.actor.id, at }),
    }));
    await store.keepRequirements(decided.map(({ after }) => after));
    await store.keepDecisions(
      decided.map(({ before, after }) => ({
        id: world.newId(),
        requirementId: before.id,
        ask: decision.ask,
        action: decision.action,
        byId: world.actor.id,
        reason: decision.reason,
        at,
        before: agreedOn(before),
        after: agreedOn(after),
      })),
    );
    await store.append(askEvents(found.value.consumer, decided), world.actor.id, at);
    return readAskPage(world, store, decision.ask);
  });
}

function chooseLines({ rows }: FoundAsk, { action, lines, reason }: AskDecision): Result<StoredRequirement[], Refusal> {
  const open = rows.filter((row) => isOpen(row.state) && afterMove(row.state, action) !== null);
  if (lines === null && open.length === 0) return refuse({ code: 'nothing-to-decide' });
  const wanted = lines ?? open.map((row) => row.id);
  const closed = wanted.filter((id) => !open.some((row) => row.id === id));
  if (closed.length > 0) return refuse({ code: 'lines-not-open', ids: closed });
  if (action === 'decline' && (reason ?? '') === '') return refuse({ code: 'reason-required' });
  return ok(open.filter((row) => wanted.includes(row.id)));
}

/** What a decision is bound to: the state it moved, and the very thing that was asked. */
function agreedOn({ state, value, fingerprint }: RequirementToKeep) {
  return { state, value, fingerprint };
}

function decideRow(
  row: StoredRequirement,
  { action, reason }: AskDecision,
  { by, at }: { by: string; at: Date },
): RequirementToKeep {
  const { askedAt: _, askedById: __, ...kept } = row;
  const state = afterMove(row.state, action);
  if (state === null) throw new Error(`chose a line that cannot be decided: ${row.id} is ${row.state}`);
  const agreed = isAgreed(state) ? { agreedById: by, agreedAt: at } : {};
  return { ...kept, ...agreed, state, decidedById: by, decidedAt: at, reason, version: row.version + 1 };
}

async function staleAsk(store: ReadStore, { rows, version }: FoundAsk): Promise<Refusal> {
  const whoIs = await whoIsWho(store);
  const last = rows.reduce<StoredRequirement | null>(
    (found, row) => (row.decidedAt && (!found?.decidedAt || row.decidedAt > found.decidedAt) ? row : found),
    null,
  );
  const by = last && whoIs(last.decidedById);
  const told = last?.decidedAt && by ? { by: by.name, at: last.decidedAt.toISOString(), state: last.state } : null;
  return { code: 'stale-ask', version, last: told };
}
