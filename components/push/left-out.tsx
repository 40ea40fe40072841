'use client';

import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardsOfRecord } from '@/components/canvas/neighbourhood';
import { Said } from '@/components/shell/said';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { IssueLine } from '@/lib/api/preview';
import type { RecordId } from '@/lib/model/records';

type Props = { issues: readonly IssueLine[]; onLeave: () => void };

/** What is wrong in the drawing: it is left out of the plan, and nothing can be sent before it is put right. */
export function LeftOut({ issues, onLeave }: Props) {
  const { editor, view } = useCanvasVerbs();
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const show = (id: RecordId) => {
    onLeave();
    editor.select([id]);
    view.patch({ revealing: cardsOfRecord(editor.get().document, id)[0] ?? null });
  };
  return (
    <Banner tone="warn" className="mb-3">
      <p className="font-medium">
        {errors.length === 1 ? 'This has' : 'These have'} to be put right before anything can be sent; the plan below
        goes without {errors.length === 1 ? 'it' : 'them'}:
      </p>
      <ul className="mt-1 space-y-1">
        {errors.map(({ code, at, recordId, words }) => (
          <li key={`${code} ${at} ${words}`} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              <Said>{words}</Said>
            </span>
            {recordId !== null && (
              <Button size="sm" onClick={() => show(recordId)}>
                Show it
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
