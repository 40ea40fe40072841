import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { joinWords } from '@/lib/base/join-words';
import { queryKeys } from '@/lib/client/query-keys';

type Effect = { breaks: boolean; consumer: { name: string }; lost: readonly string[] };

/** After a product changed for whoever relies on it: says whom it breaks, and has everything read again that shows it. */
export function useTellEffects(): (words: string, effects: readonly Effect[]) => void {
  const client = useQueryClient();
  return (words, effects) => {
    for (const queryKey of [queryKeys.products, queryKeys.inbox, queryKeys.asks, queryKeys.lineage])
      void client.invalidateQueries({ queryKey });
    const namesOf = (some: readonly Effect[]) => joinWords(some.map(({ consumer }) => consumer.name));
    const lost = effects.filter((effect) => effect.lost.length > 0);
    const broken = effects.filter((effect) => effect.breaks && effect.lost.length === 0);
    toast.success(words, {
      description:
        lost.length + broken.length === 0
          ? 'Nobody loses anything.'
          : [
              ...(lost.length > 0 ? [`${namesOf(lost)} can no longer compute everything it did.`] : []),
              ...(broken.length > 0 ? [`${namesOf(broken)} asks again for what it needs.`] : []),
            ].join(' '),
    });
  };
}
