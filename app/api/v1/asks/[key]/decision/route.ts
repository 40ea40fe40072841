import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { decideAsk } from '@/lib/services/decide-ask';

export const POST = serve(routes.decideAsk, async (world, { params, body, version }) => {
  const { lines = null, ...told } = body;
  const decided = await decideAsk(world, { ask: params.key, version, lines, told });
  return answer(decided, (ask) => ({ body: ask, tag: versionTag(ask.version) }));
});
