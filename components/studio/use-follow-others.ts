import { useCallback } from 'react';
import type { Autosave } from '@/components/editor/autosave';
import { useLiveMessages } from '@/components/shell/live-events';
import type { StreamMessage } from '@/lib/api/live';

/** Takes in what others save in the same model, as they save it. */
export function useFollowOthers(product: string, autosave: Autosave): void {
  useLiveMessages(
    useCallback(
      (message: StreamMessage) => {
        if (message.kind === 'reload') autosave.follow(autosave.revision() + 1);
        if (message.kind === 'areas' && message.product === product) autosave.look();
        if (message.kind !== 'event' || message.event.kind !== 'draft-saved') return;
        const { product: saved, revision } = message.event.subject;
        if (saved === product && revision !== undefined) autosave.follow(revision);
      },
      [product, autosave],
    ),
  );
}
