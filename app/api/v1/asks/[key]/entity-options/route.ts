import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readEntityOptions } from '@/lib/services/read-entity-options';

export const GET = serve(routes.entityOptions, async (world, { params, query }) =>
  answer(await readEntityOptions(world, { ask: params.key, target: query.target, q: query.q ?? '' })),
);
