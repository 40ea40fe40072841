'use client';

import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Badge } from '@/components/ui/badge';

type Props = {
  /** Before this page was opened. */
  wasChanged: boolean;
  /** What was last sent from this page, if anything. */
  sentEdition: number | null;
  isUpstream: boolean;
};

/** Says that what is drawn is not what others have. By itself, because the edition changes with every letter. */
export function UnsentBadge({ wasChanged, sentEdition, isUpstream }: Props) {
  const isUnsent = useEditorValue(
    useCallback(
      ({ edition }: EditorState) => (sentEdition === null ? wasChanged || edition > 0 : edition > sentEdition),
      [wasChanged, sentEdition],
    ),
  );
  return isUnsent && <Badge tone="accent">{isUpstream ? 'not published yet' : 'not sent yet'}</Badge>;
}
