import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { keepTeam } from '@/lib/services/keep-team';

export const PATCH = serve(routes.changeTeam, async (world, { params, body }) =>
  answer(await keepTeam(world, { key: params.key, ...body })),
);
