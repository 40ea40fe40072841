import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readFieldTrace } from '@/lib/services/read-field-trace';

export const GET = serve(routes.fieldTrace, async (world, { query }) => answer(await readFieldTrace(world, query)));
