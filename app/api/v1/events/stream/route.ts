import { serveStream } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { db } from '@/lib/db/db';
import { eventLog } from '@/lib/db/event-log';
import { followEvents } from '@/lib/services/follow-events';

export const GET = serveStream(routes.eventStream, (world, { query, lastHeard, signal }) =>
  followEvents(world, {
    log: eventLog(db(), world.actor.workspaceId),
    since: lastHeard ?? query.since ?? null,
    signal,
  }),
);
