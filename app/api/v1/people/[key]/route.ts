import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { keepPerson } from '@/lib/services/keep-person';

export const PATCH = serve(routes.changePerson, async (world, { params, body, version }) =>
  answer(await keepPerson(world, { ...body, key: params.key, version })),
);
