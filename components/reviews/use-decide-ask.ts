'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useFormat } from '@/components/shell/use-format';
import type { AskPage, DecideAsk } from '@/lib/api/asks';
import { ApiProblem, Unreachable } from '@/lib/client/api-problem';
import { askQuery, decideAskMutation } from '@/lib/client/asks';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { queryKeys } from '@/lib/client/query-keys';
import { askWords } from './ask-words';
import { describeDecideProblem } from './describe-decide-problem';
import { splitTitle } from './split-title';

type Decision = DecideAsk & { version: number };

const ATTEMPTS_MAX = 3;

/**
 * Sends a decision. Until the answer comes its lines are shown as on their way, not as decided; when no answer comes the
 * same write is repeated under the same key, so it happens once.
 */
export function useDecideAsk(askKey: string, onDecided: () => void) {
  const client = useQueryClient();
  const format = useFormat();
  const mutation = useMutation({
    ...decideAskMutation(askKey),
    retry: (failures, error) => error instanceof Unreachable && failures < ATTEMPTS_MAX,
    onSuccess: (ask) => {
      client.setQueryData(askQuery(askKey).queryKey, ask);
      onDecided();
      sayDecided(ask, format.moment);
      for (const queryKey of [queryKeys.inbox, queryKeys.products, queryKeys.lineage]) {
        void client.invalidateQueries({ queryKey });
      }
    },
    onError: (error) => {
      if (error instanceof ApiProblem) void client.invalidateQueries({ queryKey: queryKeys.ask(askKey), exact: true });
    },
  });
  const decide = (decision: Decision) => mutation.mutate({ ...decision, idempotencyKey: idempotencyKey() });
  const { isPending, variables } = mutation;
  return {
    decide,
    forget: () => mutation.reset(),
    deciding: isPending && variables ? { action: variables.action, lines: new Set(variables.lines) } : null,
    problem: mutation.error ? describeDecideProblem(mutation.error) : null,
  };
}

function sayDecided(ask: AskPage, moment: (instant: string) => string) {
  const last = ask.decisions.reduce<AskPage['decisions'][number] | null>(
    (latest, one) => (latest === null || one.at > latest.at ? one : latest),
    null,
  );
  const { subject } = splitTitle(ask.title);
  if (!last) return;
  const asker = ask.askedBy && ask.askedBy.key !== last.by.key ? `, asked by ${ask.askedBy.name}` : '';
  toast.success(`${askWords[last.action].told}: ${subject} for ${ask.consumer.name}`, {
    description: `${last.by.name}${asker} · ${moment(last.at)}`,
  });
}
