import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { provideForAsk } from '@/lib/services/provide-attribute';

export const POST = serve(routes.provide, async (world, { params, body, version }) => {
  const { target, from, reason = null } = body;
  const provided = await provideForAsk(world, { ask: params.key, version, target, from, reason });
  return answer(provided, (made) => ({ body: made, tag: versionTag(made.ask.version) }));
});
