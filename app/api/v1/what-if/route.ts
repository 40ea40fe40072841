import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { foreseeChange } from '@/lib/services/foresee-change';

export const POST = serve(routes.whatIf, async (world, { body }) =>
  answer(await foreseeChange(world, { change: body.change, consumers: body.consumers ?? null })),
);
