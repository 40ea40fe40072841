'use client';

import { Plus, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { AddNeedDialog } from '@/components/needs/add-need-dialog';
import { NeedCard } from '@/components/needs/need-card';
import { WholeNeeds } from '@/components/needs/whole-needs';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { indexModel } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';

/** How fresh and how sure all of it must be has a place of its own at the top. */
const isWhole = (rule: string) => rule === 'freshness' || rule === 'availability';
const selectIds = ({ document }: EditorState) =>
  [...indexModel(document).byKind.expectation]
    .filter(({ onId, rule, origin }) => onId !== null || origin === 'policy' || !isWhole(rule.rule))
    .sort((a, b) => Number(a.onId !== null) - Number(b.onId !== null))
    .map(({ id }) => id);

/** Everything that is needed, as sentences with a sane choice each, and beside each whether it can be had. */
export function NeedsTab({ productKey }: { productKey: string }) {
  const editor = useEditor();
  const ids = useEditorValue(selectIds, isSameList<RecordId>);
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-6 px-6 py-6">
        <WholeNeeds productKey={productKey} />
        <section aria-labelledby="other-needs">
          <div className="mb-2 flex min-h-7 items-center justify-between gap-2">
            <h2 id="other-needs" className="font-semibold text-base tracking-[-0.012em]">
              What else is needed
            </h2>
            {editor.canEdit && (
              <Button icon={Plus} onClick={() => setAdding(true)}>
                Need something more
              </Button>
            )}
          </div>
          {ids.length === 0 ? (
            <EmptyState icon={ShieldCheck} title="Nothing beyond what its use asks for" size="panel">
              Say what must be complete, filled in, counted or delivered; each is listed here with whether it can be
              had.
            </EmptyState>
          ) : (
            <ul aria-label="What is needed" className="space-y-1.5">
              {ids.map((id) => (
                <NeedCard key={id} id={id} productKey={productKey} />
              ))}
            </ul>
          )}
        </section>
      </div>
      {isAdding && <AddNeedDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
