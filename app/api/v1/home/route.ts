import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readHome } from '@/lib/services/read-home';

export const GET = serve(routes.home, async (world, { query }) =>
  answer(await readHome(world, { since: query.since ?? null })),
);
