import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { openBuildSheet } from '@/lib/services/open-build-sheet';

export const GET = serve(routes.buildSheet, async (world, { params }) =>
  answer(await openBuildSheet(world, { product: params.key })),
);
