import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { publishUpstream } from '@/lib/services/publish-upstream';

export const POST = serve(routes.publish, async (world, { params, body, version }) =>
  answer(await publishUpstream(world, { product: params.key, revision: version, reason: body.reason })),
);
