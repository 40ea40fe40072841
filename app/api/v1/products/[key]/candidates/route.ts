import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { findOffers } from '@/lib/services/find-offers';

export const GET = serve(routes.candidates, async (world, { params, query }) =>
  answer(await findOffers(world, { product: params.key, record: query.record })),
);
