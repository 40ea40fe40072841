import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listVersions } from '@/lib/services/list-versions';

export const GET = serve(routes.versions, async (world, { params }) =>
  answer(await listVersions(world, { product: params.key })),
);
