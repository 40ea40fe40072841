import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readLedger } from '@/lib/services/read-ledger';

export const GET = serve(routes.ledger, async (world) =>
  answer(await readLedger(world), (body) => ({ body, isKept: true })),
);
