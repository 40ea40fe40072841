import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readLedgerColumns } from '@/lib/services/read-ledger-columns';

export const GET = serve(routes.ledgerColumns, async (world, { query }) =>
  answer(await readLedgerColumns(world, query)),
);
