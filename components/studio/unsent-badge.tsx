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
  /** Others have a version of it: then it is what changed since that is not sent. */
  hasVersion: boolean;
};

/** Says that what is drawn is not what others have. By itself, because the edition changes with every letter. */
export function UnsentBadge({ wasChanged, sentEdition, isUpstream, hasVersion }: Props) {
  const isUnsent = useEditorValue(
    useCallback(
      ({ edition }: EditorState) => (sentEdition === null ? wasChanged || edition > 0 : edition > sentEdition),
      [wasChanged, sentEdition],
    ),
  );
  const words = `${hasVersion ? 'changes ' : ''}not ${isUpstream ? 'published' : 'sent'} yet`;
  return isUnsent && <Badge tone="accent">{words}</Badge>;
}
