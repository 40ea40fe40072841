'use client';

import { CircleCheck, CircleDashed, Hourglass, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useOrigins } from '@/components/canvas/origins-context';
import { useEditor } from '@/components/editor/editor-context';
import { usePreview } from '@/components/push/preview-context';
import { RepairRow } from '@/components/push/repair-row';
import { Said } from '@/components/shell/said';
import { cn } from '@/components/ui/cn';
import type { ExpectationRecord } from '@/lib/model/records';
import { findNeedVerdict, type NeedVerdict } from './need-verdict';

type Props = { need: ExpectationRecord; productKey: string; className?: string };

const LOOKS = {
  met: { icon: CircleCheck, tone: 'text-ok', words: 'Met by what is promised today.' },
  more: { icon: Hourglass, tone: 'text-warn', words: null },
  cannot: { icon: TriangleAlert, tone: 'text-bad', words: null },
  own: { icon: CircleDashed, tone: 'text-fg-3', words: null },
} as const;

/** Whether a need can be had, live: met, who must promise more, or why it cannot be and what would put it right. */
export function NeedFeasibility({ need, productKey, className }: Props) {
  const { preview, isComputing, isLate } = usePreview();
  const editor = useEditor();
  const origins = useOrigins();
  const verdict = useMemo<NeedVerdict | null>(
    () => preview && findNeedVerdict(preview, editor.get().document, need, (key) => origins.get(key)?.name ?? key),
    [preview, editor, need, origins],
  );
  if (verdict === null || verdict.is === 'estimate') return null;
  // What was met a moment ago is no promise for what is needed now.
  if (isLate && verdict.is === 'met')
    return (
      <p className={cn('mt-1.5 flex items-start gap-1.5 text-fg-2 text-xs', className)}>
        <CircleDashed className="mt-px size-3.5 shrink-0" strokeWidth={1.85} aria-hidden="true" />
        Looking whether it can be had…
      </p>
    );
  const { icon: Icon, tone, words } = LOOKS[verdict.is];
  return (
    <div className={cn('mt-1.5', isLate && 'grayscale', className)} aria-busy={isComputing}>
      <p className="flex items-start gap-1.5 text-fg-2 text-xs">
        <Icon className={cn('mt-px size-3.5 shrink-0', tone)} strokeWidth={1.85} aria-hidden="true" />
        <span className={cn('min-w-0', verdict.is === 'cannot' && 'text-fg')}>
          <Said>{words ?? ('words' in verdict ? verdict.words : '')}</Said>
        </span>
      </p>
      {verdict.is === 'cannot' && verdict.repairs.length > 0 && (
        <ul className="mt-1.5 space-y-1.5 pl-5">
          {verdict.repairs.map((repair) => (
            <RepairRow key={repair.words} repair={repair} productKey={productKey} />
          ))}
        </ul>
      )}
    </div>
  );
}
