import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readSources } from '@/lib/services/read-sources';

export const GET = serve(routes.sources, async (world) => answer(await readSources(world)));
