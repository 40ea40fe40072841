import { answer } from '@/app/api/answer';
import { readTemplates } from '@/app/api/read-templates';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { listTemplates } from '@/lib/services/list-templates';

export const GET = serve(routes.templates, async (world) => answer(listTemplates(world, await readTemplates())));
