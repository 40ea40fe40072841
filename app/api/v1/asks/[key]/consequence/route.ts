import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { foreseeCounter } from '@/lib/services/foresee-counter';

export const POST = serve(routes.consequence, async (world, { params, body }) =>
  answer(
    await foreseeCounter(world, {
      ask: params.key,
      lines: body.lines,
      value: body.value,
      date: body.date ?? null,
    }),
  ),
);
