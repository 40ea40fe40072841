import { serveAnyone } from '@/app/api/serve';
import { warmUp } from '@/app/api/warm-up';
import { makeProblem } from '@/lib/api/make-problem';
import { routes } from '@/lib/api/routes';
import { ok, refuse } from '@/lib/base/result';
import { isStoreUp } from '@/lib/db/is-store-up';
import { pool } from '@/lib/db/pool';

/** 200 only when the store answers too: a server that cannot save must not be sent visitors. */
export const GET = serveAnyone(routes.health, async () => {
  const isUp = await isStoreUp(pool());
  if (isUp) warmUp();
  return isUp ? ok({ body: { status: 'ok' } }) : refuse(makeProblem('unavailable', 'The store does not answer.'));
});
