import { useQueryClient } from '@tanstack/react-query';
import { useMarkRead } from '@/components/shell/use-mark-read';
import type { AskSummary } from '@/lib/api/ask';
import { queryKeys } from '@/lib/client/query-keys';

/** What I have open is read, and nothing beside it. */
export function useMarkAskRead(ask: AskSummary | undefined): void {
  const client = useQueryClient();
  const isNew = ask?.isNew ?? false;
  useMarkRead(
    ask && isNew ? `ask ${ask.key}` : undefined,
    ask?.latest,
    () => void client.invalidateQueries({ queryKey: queryKeys.inbox }),
  );
}
