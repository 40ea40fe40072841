'use client';

import { ShieldCheck, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useIsSelected, useRecord } from '@/components/editor/use-record';
import { ConfirmNeed } from '@/components/inspector/confirm-need';
import { NeedFeasibility } from '@/components/inspector/need-feasibility';
import { RuleFields } from '@/components/inspector/rule-fields';
import { Said } from '@/components/shell/said';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';

/** A need as its sentence, with whether it can be had; chosen, its numbers open under it. */
export function NeedCard({ id, productKey }: { id: RecordId; productKey: string }) {
  const { editor, remove } = useCanvasVerbs();
  const need = useRecord('expectation', id);
  const isSelected = useIsSelected(id);
  const sentence = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const record = recordOf(document, 'expectation', id);
        return record === null ? '' : describeExpectation(document, record, 'plain');
      },
      [id],
    ),
  );
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isSelected]);
  if (!need) return null;
  return (
    <li
      ref={card}
      className={cn(
        'rounded-lg border bg-surface px-3.5 py-2.5 shadow-card',
        isSelected && 'border-accent ring-3 ring-accent-soft',
      )}
    >
      <div className="flex items-start gap-3">
        <ShieldCheck className="mt-0.5 size-4 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
        <div className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isSelected}
            onClick={() => editor.select(isSelected ? [] : [id])}
            className="block w-full rounded-xs text-left text-base"
          >
            <Said>{sentence}</Said>
          </button>
          {need.words !== null && <p className="text-fg-2 text-sm italic">“{need.words}”</p>}
          {need.origin === 'estimated' && <ConfirmNeed id={id} />}
          <NeedFeasibility need={need} productKey={productKey} />
          {isSelected && (
            <div className="mt-3 max-w-md border-t pt-3">
              <RuleFields need={need} productKey={productKey} isDisabled={!editor.canEdit} />
            </div>
          )}
        </div>
        {editor.canEdit && (
          <IconButton icon={Trash2} label={`Need it no more: ${sentence}`} size="sm" onClick={() => remove([id])} />
        )}
      </div>
    </li>
  );
}
