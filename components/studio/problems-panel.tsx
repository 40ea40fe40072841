'use client';

import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, TriangleAlert, Wrench } from 'lucide-react';
import { useEditor } from '@/components/editor/editor-context';
import { usePreview } from '@/components/push/preview-context';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { IssueLine } from '@/lib/api/preview';
import { patchModel } from '@/lib/model/diff';
import type { RecordId } from '@/lib/model/records';

type Props = { isOpen: boolean; onToggle: () => void; onShow: (id: RecordId) => void };

/** What is wrong with the drawing, live and never in the way: a press jumps there, and some repair themselves. */
export function ProblemsPanel({ isOpen, onToggle, onShow }: Props) {
  const { preview } = usePreview();
  const issues = preview?.issues ?? [];
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const Icon = issues.length === 0 ? CircleCheck : errors > 0 ? CircleAlert : TriangleAlert;
  return (
    <section aria-label="Problems" className="shrink-0 border-t bg-bg">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex h-8 w-full items-center gap-2 px-3 text-sm hover:bg-hover"
      >
        <Icon
          className={cn('size-3.5 shrink-0', issues.length === 0 ? 'text-ok' : errors > 0 ? 'text-bad' : 'text-warn')}
          strokeWidth={1.85}
          aria-hidden="true"
        />
        <span className="shrink-0 whitespace-nowrap">{headline(issues.length, errors, preview === null)}</span>
        {issues.length > 0 && !isOpen && (
          <span className="min-w-0 truncate text-fg-3 text-xs">
            <Said>{issues[0]?.words ?? ''}</Said>
          </span>
        )}
        {isOpen ? (
          <ChevronDown className="ml-auto size-3.5 text-fg-3" />
        ) : (
          <ChevronUp className="ml-auto size-3.5 text-fg-3" />
        )}
      </button>
      <p className="sr-only" role="status">
        {headline(issues.length, errors, preview === null)}
      </p>
      {isOpen && issues.length > 0 && (
        <ul className="max-h-44 overflow-y-auto border-t py-1">
          {issues.map((issue) => (
            <ProblemRow key={`${issue.code} ${issue.at} ${issue.words}`} issue={issue} onShow={onShow} />
          ))}
        </ul>
      )}
    </section>
  );
}

function headline(count: number, errors: number, isUnknown: boolean): string {
  if (isUnknown) return 'Problems';
  if (count === 0) return 'No problems';
  const left = errors > 0 ? `, ${errors} left out of what is sent` : '';
  return `${count} ${count === 1 ? 'problem' : 'problems'}${left}`;
}

function ProblemRow({ issue, onShow }: { issue: IssueLine; onShow: (id: RecordId) => void }) {
  const editor = useEditor();
  const { recordId, fix } = issue;
  const jump = () => {
    if (recordId === null) return;
    editor.select([recordId]);
    onShow(recordId);
  };
  const repair = () => {
    if (fix) editor.edit(fix.words, (document) => patchModel(document, { put: fix.put, remove: fix.remove }));
  };
  const Icon = issue.severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <li className="flex items-center gap-1 pr-2 hover:bg-hover">
      <button
        type="button"
        onClick={jump}
        className="flex min-h-7 min-w-0 flex-1 items-center gap-2 py-1 pl-3 text-left text-sm"
      >
        <Icon
          className={cn('size-3.5 shrink-0', issue.severity === 'error' ? 'text-bad' : 'text-warn')}
          strokeWidth={1.85}
          aria-hidden="true"
        />
        <span className="sr-only">{issue.severity === 'error' ? 'Error:' : 'Warning:'}</span>
        <span className="min-w-0 flex-1">
          <Said>{issue.words}</Said>
        </span>
      </button>
      {fix && editor.canEdit && (
        <Button size="sm" icon={Wrench} onClick={repair}>
          {fix.words}
        </Button>
      )}
    </li>
  );
}
