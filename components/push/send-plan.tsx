'use client';

import { Send } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Autosave } from '@/components/editor/autosave';
import { DiffButton } from '@/components/lineage/diff-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { Textarea } from '@/components/ui/textarea';
import type { Preview } from '@/lib/api/preview';
import { findDiffMarks } from '@/lib/reviews/diff-marks';
import { LeftOut } from './left-out';
import { PlanList } from './plan-list';
import { PlanSummary } from './plan-summary';
import { usePreview } from './preview-context';
import { SendTroubleNote } from './send-trouble-note';
import { type SentOff, useSend } from './use-send';

type Props = { product: string; autosave: Autosave; onSent: (sent: SentOff) => void; onCancel: () => void };

export function SendPlan({ product, autosave, onSent, onCancel }: Props) {
  const { tries } = usePreview();
  const { preview, trouble, prepare, submit, isPlanning, isSending } = useSend(product, autosave, onSent);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const start = useEffectEvent(() => void prepare());
  useEffect(() => start(), []);

  if (!preview)
    return trouble ? (
      <div className="p-6">
        <ProblemState
          title={trouble.kind === 'unsaved' ? 'Your changes are not saved yet' : 'The plan could not be made'}
          detail={
            trouble.kind === 'unsaved'
              ? 'Only what is saved can be sent. See the mark beside the title.'
              : troubleWords(trouble)
          }
          onRetry={() => void prepare()}
          isRetrying={isPlanning}
        />
      </div>
    ) : (
      <LoadingRows label="Making the plan" rows={7} className="p-3" />
    );

  const isEmpty = Object.values(preview.comparison).every((lines) => lines.length === 0);
  const isBlocked = preview.issues.some(({ severity }) => severity === 'error');
  const press = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') void submit(reason.trim());
  };
  return (
    <div className="grid h-[calc(76vh-66px)] min-h-80 grid-cols-[minmax(0,1fr)_300px] grid-rows-[minmax(0,1fr)]">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to */}
      <section aria-label="What is asked" tabIndex={0} className="min-h-0 overflow-y-auto p-4">
        <SendTroubleNote trouble={trouble} />
        {tries.length > 0 && (
          <Banner tone="accent" className="mb-3">
            What you tried in preview is not part of this: the plan shows everything as it is today.
            {tries.some(({ is }) => is === 'own') && ' “Keep it”, where you tried it, makes it part of what is sent.'}
          </Banner>
        )}
        <LeftOut issues={preview.issues} onLeave={onCancel} />
        {!isEmpty && !isBlocked && isUnchanged(preview.comparison) && (
          <Banner className="mb-3">
            Nothing is asked that was not asked before. A model that was changed becomes a new version all the same, and
            your reason is kept with what is sent.
          </Banner>
        )}
        <p className="mb-2 flex justify-end">
          <DiffButton marks={marksOf(preview.comparison)} description="Nothing has been asked yet." />
        </p>
        <PlanList comparison={preview.comparison} />
      </section>
      <aside aria-label="In short" className="flex min-h-0 flex-col rounded-br-xl border-l bg-surface-2">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to */}
        <section aria-label="Cost and savings" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto p-4">
          {isEmpty ? <p className="text-fg-2 text-sm">Nothing to send yet.</p> : <PlanSummary preview={preview} />}
        </section>
        <div className="border-t p-4">
          <Field
            label="Why, for the people who are asked"
            error={isMissing ? 'Say why: it is the first thing they read.' : null}
          >
            <Textarea
              autoFocus
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
                setMissing(false);
              }}
              placeholder="Marketing wants win-back within two hours"
            />
          </Field>
          {isBlocked && <p className="mt-2 text-warn text-xs">It can be sent once what is marked is put right.</p>}
          <div className="mt-3 flex justify-end gap-2">
            <Button variant="ghost" onClick={onCancel}>
              Cancel
            </Button>
            <Button
              variant="primary"
              icon={Send}
              disabled={isEmpty || isBlocked}
              busy={isSending || isPlanning}
              onClick={press}
            >
              Send upstream
            </Button>
          </div>
        </div>
      </aside>
    </div>
  );
}

function marksOf({ added, tightened, relaxed, withdrawn }: Preview['comparison']) {
  const lines = [...added, ...tightened, ...relaxed, ...withdrawn];
  return findDiffMarks(lines.map(({ product, change = '', because }) => ({ product, change, because })));
}

function isUnchanged({ added, tightened, relaxed, withdrawn }: Preview['comparison']): boolean {
  return added.length + tightened.length + relaxed.length + withdrawn.length === 0;
}

function troubleWords(trouble: Exclude<ReturnType<typeof useSend>['trouble'], null>): string | null {
  return 'words' in trouble ? trouble.words : null;
}
