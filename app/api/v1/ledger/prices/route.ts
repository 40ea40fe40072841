import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { keepPrices } from '@/lib/services/keep-prices';

export const PUT = serve(routes.keepPrices, async (world, { body, version }) =>
  answer(await keepPrices(world, { prices: body, version }), (kept) => ({ body: kept, tag: versionTag(kept.version) })),
);
