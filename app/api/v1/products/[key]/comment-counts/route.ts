import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { countComments } from '@/lib/services/count-comments';

export const GET = serve(routes.commentCounts, async (world, { params }) =>
  answer(await countComments(world, { product: params.key })),
);
