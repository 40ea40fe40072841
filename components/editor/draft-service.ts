import { revisionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import { ApiProblem, Unreachable } from '@/lib/client/api-problem';
import { readDraftChanges, saveDraft } from '@/lib/client/draft';
import { addressOf, request } from '@/lib/client/request';
import type { AutosaveWorld, SaveAnswer } from './autosave';

const SERVER_TROUBLE = 500;

/** The draft's side of the service, as autosave needs it: what went wrong becomes an answer, and trouble is silence. */
export function draftService(product: string): Pick<AutosaveWorld, 'save' | 'saveLayout' | 'sendLast' | 'readChanges'> {
  const params = { key: product };
  return {
    save: async (revision, patch): Promise<SaveAnswer> => {
      try {
        const answer = await saveDraft(product, revision, patch);
        return { kind: 'saved', revision: answer.revision, savedAt: answer.savedAt };
      } catch (error) {
        return toAnswer(error);
      }
    },
    readChanges: (since) => readDraftChanges(product, since).catch(() => null),
    saveLayout: async (layout) => {
      try {
        await request(routes.saveLayout, { params, body: layout });
        return true;
      } catch (error) {
        return toAnswer(error).kind === 'refused';
      }
    },
    sendLast: (revision, patch, layout) => {
      if (patch.put.length + patch.remove.length > 0) sendAway(routes.saveDraft, params, patch, revisionTag(revision));
      if (layout !== null) sendAway(routes.saveLayout, params, layout);
    },
  };
}

function toAnswer(error: unknown): SaveAnswer {
  if (error instanceof Unreachable) return { kind: 'unreachable' };
  if (!(error instanceof ApiProblem)) throw error;
  const { code, status, revision, changes, detail } = error.problem;
  if (code === 'stale' && revision !== undefined && changes !== undefined) return { kind: 'stale', revision, changes };
  return status >= SERVER_TROUBLE ? { kind: 'unreachable' } : { kind: 'refused', words: detail };
}

/** Outlives the page; browsers take at most 64 kB so, and what is more waits on the device. */
function sendAway(
  route: { method: string; path: string },
  params: { key: string },
  body: unknown,
  ifMatch?: string,
): void {
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch);
  const url = addressOf({ ...routes.draft, path: route.path }, { params });
  void fetch(url, {
    method: route.method,
    headers,
    credentials: 'same-origin',
    keepalive: true,
    body: JSON.stringify(body),
  }).catch(() => {});
}
