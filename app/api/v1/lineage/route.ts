import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readLineage } from '@/lib/services/read-lineage';

export const GET = serve(routes.lineage, async (world) =>
  answer(await readLineage(world), (body) => ({ body, isKept: true })),
);
