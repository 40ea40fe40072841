import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { keepTeam } from '@/lib/services/keep-team';

export const PATCH = serve(routes.changeTeam, async (world, { params, body, version }) =>
  answer(await keepTeam(world, { ...body, key: params.key, version })),
);
