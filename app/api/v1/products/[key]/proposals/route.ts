import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { findProposals } from '@/lib/services/find-proposals';

export const GET = serve(routes.proposals, async (world, { params, query }) =>
  answer(
    await findProposals(world, {
      product: params.key,
      decision: query.decision ?? '',
      numbers: (query.numbers ?? '').split('\n'),
    }),
  ),
);
