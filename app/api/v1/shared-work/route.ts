import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readSharedWork } from '@/lib/services/read-shared-work';

export const GET = serve(routes.sharedWork, async (world) => answer(await readSharedWork(world)));
