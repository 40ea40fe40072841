'use client';

import { useEditor } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { Button } from '@/components/ui/button';
import type { Repair } from '@/lib/engine/plan';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { ownEdit } from './own-edit';
import { usePreview } from './preview-context';

/** A repair and its button: what others would change is only tried in preview, one's own model is really changed. */
export function RepairRow({ repair, productKey }: { repair: Repair; productKey: string }) {
  const editor = useEditor();
  const { setWhatIf, isComputing } = usePreview();
  const { freshness } = repair.change;
  const own = ownEdit(repair.change, productKey);
  const apply = () => {
    if (!own) setWhatIf({ words: repair.words, change: repair.change });
    else if (freshness) {
      const rule = { rule: 'freshness', maxMinutes: freshness.maxMinutes } as const;
      editor.edit('Ask for less fresh data', (document) =>
        setExpectation(document, { id: newRecordId(), onId: null, rule }),
      );
    } else editor.edit(repair.words.replace(/\.$/, ''), own);
  };
  return (
    <li className="flex items-start gap-2">
      <p className="min-w-0 flex-1 text-fg text-xs">{repair.words}</p>
      {(!own || editor.canEdit) && (
        <Button
          size="sm"
          busy={isComputing}
          onClick={apply}
          title={own ? 'Changes what you need; Undo takes it back' : 'Only looks: nobody is asked'}
        >
          {own ? 'Use it' : 'Try it'}
        </Button>
      )}
    </li>
  );
}
