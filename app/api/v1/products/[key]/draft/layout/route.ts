import { answer } from '@/app/api/answer';
import { openStreams } from '@/app/api/open-streams';
import { serve } from '@/app/api/serve';
import { routes } from '@/lib/api/routes';
import { saveLayout } from '@/lib/services/save-layout';

export const PUT = serve(routes.saveLayout, async (world, { params, body }) => {
  const saved = await saveLayout(world, { product: params.key, layout: body });
  if (saved.ok && body.areas) tellAreas(world.actor.workspaceId, params.key);
  return answer(saved, () => ({ body: undefined }));
});

/** Whoever else has the model open asks for them then. */
function tellAreas(workspaceId: string, product: string): void {
  for (const stream of openStreams()) if (stream.workspaceId === workspaceId) stream.send({ kind: 'areas', product });
}
