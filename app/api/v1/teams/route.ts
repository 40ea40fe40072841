import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { keepTeam } from '@/lib/services/keep-team';
import { listTeams } from '@/lib/services/list-teams';

export const GET = serve(routes.teams, async (world) => answer(await listTeams(world)));

export const POST = serve(routes.createTeam, async (world, { body }) =>
  answer(await keepTeam(world, { ...body, key: null, version: null })),
);
