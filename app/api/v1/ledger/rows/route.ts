import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readLedgerRows } from '@/lib/services/read-ledger-rows';

export const GET = serve(routes.ledgerRows, async (world, { query }) => answer(await readLedgerRows(world, query)));
