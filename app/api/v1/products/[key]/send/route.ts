import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { sendUpstream } from '@/lib/services/send-upstream';

export const POST = serve(routes.send, async (world, { params, body, version }) =>
  answer(await sendUpstream(world, { product: params.key, revision: version, ...body })),
);
