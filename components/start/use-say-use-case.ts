import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { changeProductMutation } from '@/lib/client/product-changes';
import { productQuery } from '@/lib/client/products';
import { queryKeys } from '@/lib/client/query-keys';
import { type Answers, audienceOf } from './answers';

/** Keeps the decision and its audience with the product; what was said there before and not asked again stays. */
export function useSayUseCase(productKey: string): (answers: Pick<Answers, 'decision' | 'audience'>) => void {
  const client = useQueryClient();
  const { data: product } = useQuery(productQuery(productKey));
  const change = useMutation({
    ...changeProductMutation(productKey),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.product(productKey) }),
    onError: (error) => toast.error('The decision could not be kept', { description: error.message }),
  });
  return (answers) => {
    if (!product) return;
    const decision = answers.decision.trim();
    const audience = audienceOf(answers);
    const { owner: _, ...before } = product.useCase ?? {};
    const isSame = decision === (before.decision ?? '') && audience.join() === (before.audience ?? []).join();
    if (isSame) return;
    const useCase = {
      ...before,
      ...(decision === '' ? {} : { decision }),
      ...(audience.length > 0 ? { audience } : {}),
    };
    change.mutate({ useCase, rowVersion: product.rowVersion });
  };
}
