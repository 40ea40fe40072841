import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readLedgerFile } from '@/lib/services/read-ledger-file';

export const GET = serve(routes.ledgerFile, async (world) => answer(await readLedgerFile(world)));
