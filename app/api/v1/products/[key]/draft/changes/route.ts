import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listDraftChanges } from '@/lib/services/list-draft-changes';

export const GET = serve(routes.draftChanges, async (world, { params, query }) =>
  answer(await listDraftChanges(world, { product: params.key, since: query.since })),
);
