import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readProvideOptions } from '@/lib/services/read-provide-options';

export const GET = serve(routes.provideOptions, async (world, { params, query }) =>
  answer(await readProvideOptions(world, { ask: params.key, target: query.target, q: query.q ?? '' })),
);
