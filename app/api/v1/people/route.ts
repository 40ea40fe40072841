import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listPeople } from '@/lib/services/list-people';

export const GET = serve(routes.people, async (world) => answer(await listPeople(world)));
