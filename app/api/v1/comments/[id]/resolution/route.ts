import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { resolveComment } from '@/lib/services/resolve-comment';

export const PUT = serve(routes.resolveComment, async (world, { params, body }) =>
  answer(await resolveComment(world, { id: params.id, isResolved: body.isResolved }), () => ({ body: undefined })),
);
