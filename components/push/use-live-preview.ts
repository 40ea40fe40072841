import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Edit, EditorState } from '@/components/editor/editor';
import { useEditor } from '@/components/editor/editor-context';
import { useDebounced } from '@/components/ui/use-debounced';
import type { PreviewRequest } from '@/lib/api/preview';
import { previewQuery } from '@/lib/client/preview';
import { indexModel } from '@/lib/model/model-index';
import { joinChanges } from './join-changes';
import { ownChange } from './own-change';
import type { PreviewState, WhatIf } from './preview-context';

const QUIET_MS = 150;
/** Sooner than this the answer is there before anybody reads the last one again. */
const LATE_MS = 400;
/** Above this the records are not sent along at every pause: the saved draft is looked at instead. */
const RECORDS_SENT_MAX = 2_000;

const stampOf = ({ edition, saving }: EditorState) => `${edition} ${saving.state === 'saved'}`;

type Question = { stamp: string; body: PreviewRequest };

/**
 * Asks again a moment after each change. The last answer stays on screen until the next is there. What is tried of one's
 * own is worked out from what is drawn now, so it holds while the drawing goes on.
 */
export function useLivePreview(product: string): PreviewState {
  const editor = useEditor();
  const [session] = useState(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
  const [tries, setTries] = useState<readonly WhatIf[]>([]);
  const [looking, setLooking] = useState<Edit | null>(null);
  const [question, setQuestion] = useState<Question>({ stamp: `${session}`, body: {} });

  // Heard, not rendered: a letter typed anywhere is an edition more.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = stampOf(editor.get());
    const ask = () => {
      const { document, edition, saving } = editor.get();
      const count = Object.values(indexModel(document).byKind).reduce((sum, records) => sum + records.length, 0);
      if (count <= RECORDS_SENT_MAX)
        setQuestion({ stamp: `${session}.${edition}`, body: { records: Object.values(document.records) } });
      else if (saving.state === 'saved') setQuestion({ stamp: `${session}.${edition}.saved`, body: {} });
    };
    const unsubscribe = editor.subscribe(() => {
      const stamp = stampOf(editor.get());
      if (stamp === asked) return;
      asked = stamp;
      clearTimeout(timer);
      timer = setTimeout(ask, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [editor, session]);

  const body = useMemo<PreviewRequest>(() => {
    const { document } = editor.get();
    const ownOf = (edit: Edit) => ownChange(product, document, edit);
    const tried = tries.map((one) => (one.is === 'own' ? ownOf(one.edit) : one.change));
    const whatIf = joinChanges(looking === null ? tried : [...tried, ownOf(looking)]);
    return whatIf === null ? question.body : { ...question.body, whatIf };
  }, [editor, product, question, tries, looking]);
  const { data, error, isFetching, refetch } = useQuery(previewQuery(product, question.stamp, body));
  const { data: untried } = useQuery({
    ...previewQuery(product, question.stamp, question.body),
    enabled: tries.length > 0,
  });

  const isLate = useDebounced(isFetching, LATE_MS) && isFetching && data !== undefined;

  const tryOut = useCallback(
    (whatIf: WhatIf) => setTries((now) => [...now.filter(({ words }) => words !== whatIf.words), whatIf]),
    [],
  );
  const takeBack = useCallback((whatIf: WhatIf) => setTries((now) => now.filter((one) => one !== whatIf)), []);
  const lookAt = useCallback((edit: Edit | null) => setLooking(() => edit), []);

  return useMemo(
    () => ({
      preview: data ?? null,
      isComputing: isFetching,
      isLate,
      problem: error?.message ?? null,
      tries,
      untried: tries.length === 0 ? null : (untried ?? null),
      tryOut,
      takeBack,
      lookAt,
      retry: () => void refetch(),
    }),
    [data, isFetching, isLate, error, tries, untried, tryOut, takeBack, lookAt, refetch],
  );
}
