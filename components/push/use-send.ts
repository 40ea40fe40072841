import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Autosave } from '@/components/editor/autosave';
import type { Preview } from '@/lib/api/preview';
import type { Sent } from '@/lib/api/send';
import { ApiProblem } from '@/lib/client/api-problem';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { previewMutation } from '@/lib/client/preview';
import { queryKeys } from '@/lib/client/query-keys';
import { sendMutation } from '@/lib/client/send';

export type SentOff = { readonly answer: Sent; readonly preview: Preview };
/** Why a send was not made, and what can be done about it. */
export type SendTrouble =
  | { kind: 'plan-changed' }
  | { kind: 'not-publishable'; words: string; issues: Preview['issues'] }
  | { kind: 'unsaved' }
  | { kind: 'other'; words: string };

/**
 * Saves what is unsaved, plans the saved draft, and sends that very plan: the fingerprint on screen goes along, so
 * nothing can be asked that was not shown. One press is one key, however often it has to be repeated.
 */
export function useSend(product: string, autosave: Autosave, onSent: (sent: SentOff) => void) {
  const client = useQueryClient();
  const [key, setKey] = useState(idempotencyKey);
  const [trouble, setTrouble] = useState<SendTrouble | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const plan = useMutation(previewMutation(product));
  const send = useMutation(sendMutation(product));

  async function prepare(): Promise<void> {
    setTrouble(null);
    try {
      if (!(await autosave.flush())) return setTrouble({ kind: 'unsaved' });
      setPreview(await plan.mutateAsync({}));
    } catch (error) {
      setTrouble(toTrouble(error));
    }
  }

  async function submit(reason: string): Promise<void> {
    if (!preview) return;
    setTrouble(null);
    try {
      const answer = await send.mutateAsync({
        reason,
        fingerprint: preview.fingerprint,
        revision: autosave.revision(),
        idempotencyKey: key,
      });
      for (const stale of [queryKeys.products, queryKeys.inbox, queryKeys.asks, queryKeys.lineage])
        void client.invalidateQueries({ queryKey: stale });
      void client.invalidateQueries({ queryKey: queryKeys.preview(product) });
      onSent({ answer, preview });
    } catch (error) {
      setKey(idempotencyKey());
      if (error instanceof ApiProblem && error.problem.preview) setPreview(error.problem.preview);
      if (!(await tookIn(error))) setTrouble(toTrouble(error));
    }
  }

  /** Somebody else saved the draft meanwhile: what they did is taken in and planned, and the new plan is shown. */
  async function tookIn(error: unknown): Promise<boolean> {
    if (!(error instanceof ApiProblem) || error.code !== 'stale') return false;
    const { revision, changes } = error.problem;
    if (revision === undefined || changes === undefined) return false;
    autosave.catchUp(revision, changes);
    await prepare();
    setTrouble((now) => now ?? { kind: 'plan-changed' });
    return true;
  }

  return { preview, trouble, prepare, submit, isPlanning: plan.isPending, isSending: send.isPending };
}

function toTrouble(error: unknown): SendTrouble {
  if (!(error instanceof ApiProblem))
    return { kind: 'other', words: error instanceof Error ? error.message : String(error) };
  switch (error.code) {
    case 'plan-changed':
      return { kind: 'plan-changed' };
    case 'not-publishable':
      return { kind: 'not-publishable', words: error.problem.detail, issues: error.problem.issues ?? [] };
    default:
      return { kind: 'other', words: error.problem.detail };
  }
}
