import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { openAsk } from '@/lib/services/open-ask';

export const GET = serve(routes.ask, async (world, { params }) =>
  answer(await openAsk(world, { ask: params.key }), (ask) => ({ body: ask, tag: versionTag(ask.version) })),
);
