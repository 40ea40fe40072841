'use client';

import { TriangleAlert } from 'lucide-react';
import { useEditor } from '@/components/editor/editor-context';
import { usePreview } from '@/components/push/preview-context';
import { Said } from '@/components/shell/said';
import type { IssueLine } from '@/lib/api/preview';
import { patchModel } from '@/lib/model/diff';
import type { RecordId } from '@/lib/model/records';
import { useStillWhileWriting } from './use-still-while-writing';

const NONE: readonly IssueLine[] = [];

/**
 * What is wrong with the selected record, where it is edited, with its way out. While an expression is written the list
 * stands still: the text says itself what is wrong with it, and must not move away under the hand.
 */
export function RecordProblems({ id }: { id: RecordId }) {
  const editor = useEditor();
  const { preview } = usePreview();
  const issues = useStillWhileWriting(preview?.issues ?? NONE).filter((issue) => issue.recordId === id);
  if (issues.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1">
      {issues.map(({ code, severity, words, fix }) => (
        <li key={`${code} ${words}`} className={severity === 'error' ? 'text-bad text-xs' : 'text-warn text-xs'}>
          <TriangleAlert className="mr-1 inline size-3 align-[-1px]" strokeWidth={2} aria-hidden="true" />
          <Said>{words}</Said>
          {fix && editor.canEdit && (
            <>
              {' '}
              <FixButton
                words={fix.words}
                onPress={() => editor.edit(fix.words, (document) => patchModel(document, fix))}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function FixButton({ words, onPress }: { words: string; onPress: () => void }) {
  return (
    <button type="button" onClick={onPress} className="font-medium text-accent-text underline-offset-2 hover:underline">
      {words}
    </button>
  );
}
