import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { previewProvision } from '@/lib/services/provide-attribute';

export const POST = serve(routes.previewProvision, async (world, { params, body }) =>
  answer(await previewProvision(world, { ask: params.key, ...body })),
);
