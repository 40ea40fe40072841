import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { joinWords } from '@/lib/base/join-words';
import { queryKeys } from '@/lib/client/query-keys';

type Effect = { breaks: boolean; consumer: { name: string } };

/** After a product changed for whoever relies on it: says whom it breaks, and has everything read again that shows it. */
export function useTellEffects(): (words: string, effects: readonly Effect[]) => void {
  const client = useQueryClient();
  return (words, effects) => {
    for (const queryKey of [queryKeys.products, queryKeys.inbox, queryKeys.asks, queryKeys.lineage])
      void client.invalidateQueries({ queryKey });
    const broken = effects.filter(({ breaks }) => breaks).map(({ consumer }) => consumer.name);
    toast.success(words, {
      description:
        broken.length === 0 ? 'Nobody loses anything.' : `${joinWords(broken)} asks again for what it needs.`,
    });
  };
}
