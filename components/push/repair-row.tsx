'use client';

import { useEditor } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { Button } from '@/components/ui/button';
import type { Repair } from '@/lib/engine/plan';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { usePreview } from './preview-context';

/** A repair and its button: others' schedules are only tried in preview, one's own need is really changed. */
export function RepairRow({ repair, productKey }: { repair: Repair; productKey: string }) {
  const editor = useEditor();
  const { setWhatIf, isComputing } = usePreview();
  const { schedules, freshness } = repair.change;
  const isOwn = freshness?.consumer === productKey;
  const apply = () => {
    if (schedules.length > 0) setWhatIf({ words: repair.words, schedules });
    else if (isOwn) {
      const rule = { rule: 'freshness', maxMinutes: freshness.maxMinutes } as const;
      editor.edit('Ask for less fresh data', (document) =>
        setExpectation(document, { id: newRecordId(), onId: null, rule }),
      );
    }
  };
  const canApply = schedules.length > 0 || (isOwn && editor.canEdit);
  return (
    <li className="flex items-start gap-2">
      <p className="min-w-0 flex-1 text-fg text-xs">{repair.words}</p>
      {canApply && (
        <Button
          size="sm"
          busy={isComputing}
          onClick={apply}
          title={schedules.length > 0 ? 'Only looks: nobody is asked' : 'Changes what you need; Undo takes it back'}
        >
          {schedules.length > 0 ? 'Try it' : 'Use it'}
        </Button>
      )}
    </li>
  );
}
