import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { readAuthMode } from '@/lib/auth/auth-mode';
import { readMe } from '@/lib/services/read-me';

export const GET = serve(routes.me, async (world) => {
  const demo = readAuthMode(process.env).kind === 'demo';
  return answer(await readMe(world), (me) => ({ body: { ...me, demo } }));
});
