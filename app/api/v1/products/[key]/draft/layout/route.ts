import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { saveLayout } from '@/lib/services/save-layout';

export const PUT = serve(routes.saveLayout, async (world, { params, body }) =>
  answer(await saveLayout(world, { product: params.key, layout: body }), () => ({ body: undefined })),
);
