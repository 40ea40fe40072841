import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listEvents } from '@/lib/services/list-events';

const EVENTS_PER_PAGE = 100;

export const GET = serve(routes.events, async (world, { query }) =>
  answer(await listEvents(world, { since: query.since ?? 0, limit: query.limit ?? EVENTS_PER_PAGE })),
);
