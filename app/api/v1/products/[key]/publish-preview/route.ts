import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { previewPublishing } from '@/lib/services/publish-upstream';

export const GET = serve(routes.publishPreview, async (world, { params }) =>
  answer(await previewPublishing(world, { product: params.key })),
);
