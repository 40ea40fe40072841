import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { toast } from 'sonner';
import { Unreachable } from '@/lib/client/api-problem';
import { addCommentMutation, resolveCommentMutation } from '@/lib/client/comments';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { queryKeys } from '@/lib/client/query-keys';

const ATTEMPTS_MAX = 3;

/** What can be done in the threads of one subject. Words whose answer is lost are sent again under the same key. */
export function useComments(subject: string) {
  const client = useQueryClient();
  const refresh = () => {
    for (const queryKey of [queryKeys.comments, queryKeys.inbox, queryKeys.home])
      void client.invalidateQueries({ queryKey });
  };
  const attempt = useRef<{ words: string; key: string } | null>(null);
  const add = useMutation({
    ...addCommentMutation(),
    retry: (failures, error) => error instanceof Unreachable && failures < ATTEMPTS_MAX,
    onSuccess: () => {
      attempt.current = null;
      refresh();
    },
  });
  const resolve = useMutation({
    ...resolveCommentMutation(),
    onSuccess: refresh,
    onError: (error) => toast.error('The thread did not change', { description: error.message }),
  });
  return {
    isBusy: add.isPending,
    problem: add.error?.message ?? null,
    say: (body: string, parent: string | null, onSaid: () => void) => {
      const words = JSON.stringify([subject, body, parent]);
      if (attempt.current?.words !== words) attempt.current = { words, key: idempotencyKey() };
      const { key } = attempt.current;
      const said = { subject, body, ...(parent === null ? {} : { parent }), idempotencyKey: key };
      add.mutate(said, { onSuccess: onSaid });
    },
    resolve: (id: string, isResolved: boolean) => resolve.mutate({ id, isResolved }),
  };
}
