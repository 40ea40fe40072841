import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { openVersion } from '@/lib/services/open-version';

export const GET = serve(routes.version, async (world, { params }) =>
  answer(await openVersion(world, { product: params.key, number: params.number })),
);
