import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { previewPush } from '@/lib/services/preview-push';

export const POST = serve(routes.preview, async (world, { params, body }) =>
  answer(await previewPush(world, { product: params.key, records: body.records ?? null, whatIf: body.whatIf ?? null })),
);
