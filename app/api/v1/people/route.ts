import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { keepPerson } from '@/lib/services/keep-person';
import { listPeople } from '@/lib/services/list-people';

export const GET = serve(routes.people, async (world) => answer(await listPeople(world)));

export const POST = serve(routes.addPerson, async (world, { body }) =>
  answer(await keepPerson(world, { ...body, key: null, version: null })),
);
