import { answer } from '@/app/api/answer';
import { serve } from '@/app/api/serve';
import { revisionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { openDraft } from '@/lib/services/open-draft';
import { saveDraft } from '@/lib/services/save-draft';

export const GET = serve(routes.draft, async (world, { params }) =>
  answer(await openDraft(world, { product: params.key }), (draft) => ({
    body: draft,
    tag: revisionTag(draft.revision),
  })),
);

export const PATCH = serve(routes.saveDraft, async (world, { params, body, version }) =>
  answer(await saveDraft(world, { product: params.key, revision: version, ...body }), (saved) => ({
    body: saved,
    tag: revisionTag(saved.revision),
  })),
);
