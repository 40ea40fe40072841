import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listInbox } from '@/lib/services/list-inbox';

export const GET = serve(routes.inbox, async (world) => answer(await listInbox(world)));
