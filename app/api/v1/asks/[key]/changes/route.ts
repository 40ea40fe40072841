import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readAskChanges } from '@/lib/services/read-ask-changes';

export const GET = serve(routes.askChanges, async (world, { params }) =>
  answer(await readAskChanges(world, { ask: params.key })),
);
