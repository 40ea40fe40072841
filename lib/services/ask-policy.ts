import type { Resource } from '@/lib/auth/can';
import type { Action } from '@/lib/catalog/action';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexSnapshot } from '@/lib/catalog/surroundings';
import type { AskAction } from '@/lib/reviews/ask-action';
import { MOVED_BY } from '@/lib/reviews/state-machine';
import type { FoundAsk } from './find-ask';
import type { RequirementHead } from './store';
import type { World } from './world';

/** What the policy calls an action on an ask. */
export function policyOf(action: AskAction): Action {
  if (action === 'delegate') return 'ask.delegate';
  if (action === 'agree') return 'ask.agree';
  return MOVED_BY[action] === 'consumer' ? 'ask.answer' : 'ask.decide';
}

/** Some lines of an ask as the policy sees them: who was handed all of them, who made the offers in them. */
export function askResource(
  { actor }: World,
  snapshot: WorkspaceSnapshot,
  { consumer, product, askedByIds }: Pick<FoundAsk, 'consumer' | 'product' | 'askedByIds'>,
  rows: readonly RequirementHead[],
): Resource & { kind: 'ask' } {
  const find = (key: string) => indexSnapshot(snapshot).products.get(key);
  const asking = find(consumer);
  const teams = [asking?.owner ?? null, asking?.useCase?.owner ?? null].filter((team) => team !== null);
  const [first] = rows;
  const isOne = rows.every((row) => row.delegateKey === first?.delegateKey);
  return {
    kind: 'ask',
    workspaceId: actor.workspaceId,
    owner: find(product)?.owner ?? null,
    consumerTeams: [...new Set(teams)],
    askedBy: askedByIds,
    delegates: isOne && first?.delegateKey ? [first.delegateKey] : [],
    counteredBy: [...new Set(rows.flatMap((row) => row.counteredById ?? []))],
  };
}
