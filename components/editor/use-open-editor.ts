import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Draft } from '@/lib/api/draft';
import { draftQuery } from '@/lib/client/draft';
import type { ModelDocument } from '@/lib/model/records';
import { type Autosave, startAutosave } from './autosave';
import { type CanvasLayout, EMPTY_LAYOUT, withNamed, withPositions } from './canvas-layout';
import { openDeviceEdits } from './device-edits';
import type { DraftConflict } from './draft-conflict';
import { draftService } from './draft-service';
import { createEditor, type Editor } from './editor';
import { NO_HISTORY } from './history';
import { type KeptEdits, replayKept } from './kept-edits';
import { openTabHistory } from './tab-history';

export type OpenEditor =
  | { state: 'loading' }
  | { state: 'problem'; error: Error; retry: () => void }
  | {
      state: 'open';
      editor: Editor;
      autosave: Autosave;
      draft: Draft /** Edits of an earlier page were brought back. */;
      isRestored: boolean;
    };

/** Opens a draft: fetches it, lays what this device kept over it, and saves from then on until the page is left. */
export function useOpenEditor(product: string, person: string): OpenEditor {
  const client = useQueryClient();
  const [opened, setOpened] = useState<OpenEditor>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt opens the draft again
  useEffect(() => {
    let close = () => {};
    let isGone = false;
    setOpened({ state: 'loading' });
    const session = `${Date.now()}-${crypto.getRandomValues(new Uint32Array(1))[0] ?? 0}`;
    const device = openDeviceEdits({ product, person }, session);
    const past = openTabHistory({ product, person });

    (async () => {
      const [draft, kept] = await Promise.all([
        client.fetchQuery({ ...draftQuery(product), staleTime: 0 }),
        device.leftBehind(),
      ]);
      if (isGone) return;
      const server = serverScene(draft);
      const restored = draft.canEdit ? restore(server, kept) : { ...server, conflicts: [] };
      const history = draft.canEdit ? past.read(restored) : NO_HISTORY;
      const editor = createEditor({ ...restored, canEdit: draft.canEdit, history });
      const world = { ...draftService(product), keep: device.keep, after };
      const autosave = startAutosave(editor, { ...server, revision: draft.revision }, world, restored.conflicts);
      device.forgetLeftBehind();
      close = listen(autosave, () => past.keep(editor));
      setOpened({ state: 'open', editor, autosave, draft, isRestored: restored.document !== server.document });
    })().catch((error: unknown) => {
      if (isGone) return;
      const retry = () => setAttempt((count) => count + 1);
      setOpened({ state: 'problem', error: error instanceof Error ? error : new Error(String(error)), retry });
    });

    return () => {
      isGone = true;
      close();
      device.release();
    };
  }, [client, product, person, attempt]);

  return opened;
}

function serverScene(draft: Draft): { document: ModelDocument; layout: CanvasLayout } {
  return {
    document: { schemaVersion: 1, records: Object.fromEntries(draft.records.map((record) => [record.id, record])) },
    layout: layoutOf(draft),
  };
}

function layoutOf({ layout: { positions, pinned, hidden, views, areas } }: Draft): CanvasLayout {
  const { pinned: noPins, hidden: nothing, views: noViews, areas: noAreas } = EMPTY_LAYOUT;
  return {
    positions,
    pinned: pinned ?? noPins,
    hidden: hidden ?? nothing,
    views: views ?? noViews,
    areas: areas ?? noAreas,
  };
}

function restore(server: { document: ModelDocument; layout: CanvasLayout }, kept: readonly KeptEdits[]) {
  let { document, layout } = server;
  const conflicts: DraftConflict[] = [];
  for (const edits of kept) {
    const replayed = replayKept(document, edits);
    document = replayed.document;
    conflicts.push(...replayed.conflicts.map((conflict) => ({ ...conflict, by: null })));
    if (Object.keys(edits.positions).length > 0) layout = withPositions(layout, Object.entries(edits.positions));
    const areas = Object.entries(edits.areas);
    if (areas.length > 0) layout = { ...layout, areas: withNamed(layout.areas, areas) };
  }
  return { document, layout, conflicts };
}

function listen(autosave: Autosave, keepHistory: () => void): () => void {
  const leave = () => {
    keepHistory();
    autosave.leave();
  };
  const onOnline = () => autosave.retry();
  const onFocus = () => autosave.look();
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', onOnline);
  window.addEventListener('focus', onFocus);
  return () => {
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('online', onOnline);
    window.removeEventListener('focus', onFocus);
    leave();
    autosave.stop();
  };
}

function after(delayMs: number, run: () => void): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}
