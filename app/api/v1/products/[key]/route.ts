import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { changeProduct } from '@/lib/services/change-product';
import { openProduct } from '@/lib/services/open-product';

export const GET = serve(routes.product, async (world, { params }) =>
  answer(await openProduct(world, { product: params.key }), (page) => ({
    body: page,
    tag: versionTag(page.rowVersion),
  })),
);

export const PATCH = serve(routes.changeProduct, async (world, { params, body, version }) =>
  answer(await changeProduct(world, { product: params.key, rowVersion: version, change: body }), (changed) => ({
    body: changed,
    tag: versionTag(changed.rowVersion),
  })),
);
