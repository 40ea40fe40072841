import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { addComment } from '@/lib/services/add-comment';
import { listComments } from '@/lib/services/list-comments';

export const GET = serve(routes.comments, async (world, { query }) => answer(await listComments(world, query)));

export const POST = serve(routes.addComment, async (world, { body: { subject, body, parent } }) =>
  answer(await addComment(world, { subject, body, parent: parent ?? null })),
);
