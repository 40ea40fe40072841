import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { importWorkspace } from '@/lib/services/import-workspace';

export const POST = serve(routes.importWorkspace, async (world, { body }) =>
  answer(await importWorkspace(world, { text: body.text, name: body.name ?? null })),
);
