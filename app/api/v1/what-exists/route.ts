import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { findWhatExists } from '@/lib/services/find-what-exists';

export const GET = serve(routes.whatExists, async (world, { query }) =>
  answer(await findWhatExists(world, { product: query.product ?? null, q: query.q ?? '' })),
);
