import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { previewProductChange } from '@/lib/services/change-product';

export const POST = serve(routes.productEffect, async (world, { params, body }) =>
  answer(await previewProductChange(world, { product: params.key, change: body })),
);
