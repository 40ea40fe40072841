'use client';

import { ShieldCheck } from 'lucide-react';
import { useCallback } from 'react';
import { useCoverage } from '@/components/canvas/coverage-context';
import { COVERAGE_WORDS, CoverageMark } from '@/components/canvas/coverage-mark';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { useIsSelected, useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { describeExpectation } from '@/lib/model/expectation-words';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';

const selectIds = ({ document }: EditorState) =>
  [...indexModel(document).byKind.expectation]
    .sort((a, b) => Number(a.onId !== null) - Number(b.onId !== null))
    .map(({ id }) => id);

/** Everything that is needed, as sentences, each with whether it is met today. */
export function NeedsTab() {
  const ids = useEditorValue(selectIds, isSameList<RecordId>);
  if (ids.length === 0)
    return (
      <EmptyState icon={ShieldCheck} title="Nothing is needed beyond what its use asks for">
        Say on the canvas how fresh and how sure it must be; every need is listed here with whether it is met.
      </EmptyState>
    );
  return (
    <div className="h-full overflow-y-auto">
      <ul aria-label="What is needed" className="mx-auto max-w-3xl space-y-1.5 px-6 py-6">
        {ids.map((id) => (
          <Need key={id} id={id} />
        ))}
      </ul>
    </div>
  );
}

function Need({ id }: { id: RecordId }) {
  const editor = useEditor();
  const need = useRecord('expectation', id);
  const coverage = useCoverage(id);
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
  if (!need) return null;
  return (
    <li>
      <button
        type="button"
        aria-pressed={isSelected}
        onClick={() => editor.select([id])}
        className={cn(
          'flex w-full items-start gap-3 rounded-lg border bg-surface px-3.5 py-2.5 text-left shadow-card hover:bg-surface-2',
          isSelected && 'border-accent ring-3 ring-accent-soft',
        )}
      >
        <ShieldCheck className="mt-0.5 size-4 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
        <span className="min-w-0 flex-1">
          <span className="block text-base">{sentence}</span>
          {need.words !== null && <span className="block text-fg-2 text-sm italic">“{need.words}”</span>}
        </span>
        {coverage !== null && (
          <span className="flex shrink-0 items-center gap-1.5 pt-0.5 text-fg-2 text-xs">
            <span aria-hidden="true">
              <CoverageMark coverage={coverage} />
            </span>
            {SHORT[coverage]}
            <span className="sr-only">{COVERAGE_WORDS[coverage]}</span>
          </span>
        )}
      </button>
    </li>
  );
}

const SHORT = {
  met: 'met',
  'needs-more': 'needs more',
  nobody: 'nobody offers it',
  unused: 'asks nothing',
  'not-planned': 'not asked yet',
} as const;
