import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { decideAsks } from '@/lib/services/decide-ask';

export const POST = serve(routes.decideAsks, async (world, { body }) => {
  const { asks, ...told } = body;
  const orders = asks.map(({ ask, version, lines = null }) => ({ ask, version, lines }));
  return answer(await decideAsks(world, { orders, told }));
});
