'use client';

import type { ReactNode } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { newRecordId } from '@/components/editor/new-record-id';
import { ConfirmNeed } from '@/components/inspector/confirm-need';
import { FreshnessControl } from '@/components/inspector/freshness-control';
import { NeedFeasibility } from '@/components/inspector/need-feasibility';
import { ShareControl } from '@/components/inspector/share-control';
import { useTryEdit } from '@/components/inspector/use-try-edit';
import { Segmented } from '@/components/ui/segmented';
import { setExpectation } from '@/lib/model/edits/set-expectation';
import { setHowFresh } from '@/lib/model/edits/set-how-fresh';
import { EVENT_MINUTES, type HowFresh, howFreshOf, modelNeed } from '@/lib/model/how-fresh';
import type { ExpectationRecord, ModelDocument } from '@/lib/model/records';

const selectFresh = ({ document }: EditorState) => howFreshOf(document);
const isSameFresh = (a: HowFresh | null, b: HowFresh | null) => a?.is === b?.is && a?.maxMinutes === b?.maxMinutes;
const selectAge = ({ document }: EditorState) => modelNeed(document, 'freshness');
const selectSure = ({ document }: EditorState) => modelNeed(document, 'availability');
const FRESH = 'Change how fresh it must be';
const SURE = 'Change how often it must be usable';
const SHARES = [
  { value: '0.99', label: '99 %' },
  { value: '0.995', label: '99.5 %' },
  { value: '0.999', label: '99.9 %' },
];

/** How fresh and how sure all of it must be: the two needs everything else follows from. */
export function WholeNeeds({ productKey }: { productKey: string }) {
  const editor = useEditor();
  const tryEdit = useTryEdit();
  const fresh = useEditorValue(selectFresh, isSameFresh);
  const age = useEditorValue(selectAge);
  const sure = useEditorValue(selectSure);
  const share = sure?.rule.rule === 'availability' ? sure.rule.min : null;
  const isDisabled = !editor.canEdit;
  const withFresh = (next: HowFresh) => (document: ModelDocument) =>
    setHowFresh(document, { fresh: next, newId: newRecordId });
  const saySure = (min: number) =>
    editor.edit(SURE, (document) =>
      setExpectation(document, {
        id: newRecordId(),
        onId: null,
        rule: { rule: 'availability', min },
        origin: 'stated',
      }),
    );
  const gesture = (words: string) => ({ onStart: () => editor.begin(words), onEnd: () => editor.commit(), isDisabled });
  return (
    <section aria-labelledby="whole-needs">
      <h2 id="whole-needs" className="mb-2 font-semibold text-base tracking-[-0.012em]">
        All of it
      </h2>
      <div className="divide-y rounded-lg border bg-surface shadow-card">
        <Whole title="How fresh it must be" need={age} productKey={productKey}>
          <FreshnessControl
            minutes={fresh?.maxMinutes ?? null}
            onChange={(maxMinutes) => editor.edit(FRESH, withFresh({ is: 'age', maxMinutes }))}
            onTry={(maxMinutes) => tryEdit(maxMinutes === null ? null : withFresh({ is: 'age', maxMinutes }))}
            events={{
              isOn: fresh?.is === 'events',
              onChoose: () => editor.edit(FRESH, withFresh({ is: 'events', maxMinutes: EVENT_MINUTES })),
            }}
            {...gesture(FRESH)}
          />
        </Whole>
        <Whole title="How sure it must be" need={sure} productKey={productKey}>
          <div className="flex items-center gap-2.5">
            <Segmented
              label="Usable, share of the time"
              value={SHARES.find(({ value }) => Number(value) === share)?.value ?? ''}
              onChange={(value) => {
                if (!isDisabled) saySure(Number(value));
              }}
              options={SHARES}
              className="min-w-0 flex-1 [&>button]:flex-1 [&>button]:justify-center [&>button]:text-xs"
            />
            <span className="w-[68px] shrink-0">
              <ShareControl label="Exact share of the time" share={share} onChange={saySure} {...gesture(SURE)} />
            </span>
          </div>
          <p className="mt-1 text-fg-3 text-xs">
            {share === null ? 'Not said yet: say how much of the time it must be usable.' : downWords(share)}
          </p>
        </Whole>
      </div>
    </section>
  );
}

type WholeProps = { title: string; need: ExpectationRecord | null; productKey: string; children: ReactNode };

/** The choice on the left, what comes of it on the right. */
function Whole({ title, need, productKey, children }: WholeProps) {
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-2 px-4 py-3.5 max-[1100px]:grid-cols-1">
      <div>
        <h3 className="mb-1.5 font-medium text-fg-2 text-xs">{title}</h3>
        {children}
      </div>
      <div className="pt-4 max-[1100px]:pt-0" aria-live="polite">
        {need?.origin === 'estimated' && <ConfirmNeed id={need.id} />}
        {need && <NeedFeasibility need={need} productKey={productKey} className="text-sm" />}
      </div>
    </div>
  );
}

const HOURS_PER_MONTH = 730;

/** A share of the time in hours, because 99.5 % says little to most. */
function downWords(share: number): string {
  const minutes = Math.round((1 - share) * HOURS_PER_MONTH * 60);
  if (minutes < 1) return 'It may never be out of use.';
  const words = minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
  return `It may be out of use for about ${words} a month.`;
}
