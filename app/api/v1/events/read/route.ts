import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { markRead } from '@/lib/services/mark-read';

export const PUT = serve(routes.markRead, async (world, { body }) =>
  answer(await markRead(world, body), () => ({ body: undefined })),
);
