import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import { useDebounced } from '@/components/ui/use-debounced';
import type { AskPage } from '@/lib/api/asks';
import type { ProvideFrom } from '@/lib/api/provide';
import { ApiProblem, Unreachable } from '@/lib/client/api-problem';
import { askQuery } from '@/lib/client/asks';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { provideMutation, provisionPreviewQuery } from '@/lib/client/provide';
import { queryKeys } from '@/lib/client/query-keys';

const TYPING_MS = 250;
const ATTEMPTS_MAX = 3;
export type SavingProvision = ReturnType<typeof useSaveProvision>;

type Saving = {
  ask: AskPage;
  target: string;
  /** Null while too little is chosen to plan with. */
  from: ProvideFrom | null;
  /** What is told once it is saved; the version it made is given. */
  told: (version: number) => string;
  onProvided: () => void;
};

/** What an origin would do, and saving it; only what is on screen is saved, and once. */
export function useSaveProvision({ ask, target, from: chosen, told, onProvided }: Saving) {
  const client = useQueryClient();
  const [key, setKey] = useState(idempotencyKey);
  const from = useDebounced(chosen, TYPING_MS);
  const preview = useQuery({
    ...provisionPreviewQuery(ask.key, from === null ? null : { target, from }),
    enabled: from !== null,
  });
  const save = useMutation({
    ...provideMutation(ask.key),
    retry: (failures, error) => error instanceof Unreachable && failures < ATTEMPTS_MAX,
    onSuccess: ({ ask: page, version }) => {
      client.setQueryData(askQuery(ask.key).queryKey, page);
      for (const queryKey of [queryKeys.inbox, queryKeys.products, queryKeys.lineage])
        void client.invalidateQueries({ queryKey });
      toast.success(told(version));
      onProvided();
    },
    onError: (error) => {
      setKey(idempotencyKey());
      if (error instanceof ApiProblem) void client.invalidateQueries({ queryKey: queryKeys.ask(ask.key), exact: true });
    },
  });
  const isCurrent = chosen !== null && JSON.stringify(chosen) === JSON.stringify(from);
  return {
    preview,
    /** Whether enough is chosen to plan with. */
    isWhole: chosen !== null,
    /** Whether what is on screen is what would be saved. */
    isReady: isCurrent && preview.isSuccess && !preview.isFetching,
    problem: preview.error ?? save.error,
    isSaving: save.isPending,
    submit: (reason: string) => {
      if (from === null) return;
      const said = reason.trim() === '' ? {} : { reason: reason.trim() };
      save.mutate({ target, from, ...said, version: ask.version, idempotencyKey: key });
    },
  };
}
