'use client';

import { useQuery } from '@tanstack/react-query';
import { Clock, Gauge, type LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { FRESHNESS_CONTROL_ID } from '@/components/inspector/model-needs';
import { Button } from '@/components/ui/button';
import { productQuery } from '@/lib/client/products';
import { statedExpectation } from '@/lib/model/edits/add-expectation';
import { indexModel, recordAt } from '@/lib/model/model-index';

/** Nobody waits longer than that for a field to be ready. */
const PATIENCE_MS = 5_000;

type Step = 'entity' | 'metric' | 'freshness' | null;

/** What a drawing lacks before it asks anything that can be met or missed; one thing at a time. */
function selectStep({ document }: EditorState): Step {
  const { entity, metric } = indexModel(document).byKind;
  if (entity.length === 0 && metric.length === 0) return 'entity';
  if (metric.length === 0) return 'metric';
  return statedExpectation(document, null, 'freshness') === null ? 'freshness' : null;
}

/** Says what comes next while the model of a decision is young, and does it; what others build on needs no metric. */
export function NextStep({ productKey, onCanvas }: { productKey: string; onCanvas: () => void }) {
  const verbs = useCanvasVerbs();
  const { editor } = verbs;
  const step = useEditorValue(selectStep);
  const { data: product } = useQuery(productQuery(productKey));
  const drawMetric = (event: MouseEvent<HTMLElement>) => {
    const { document, selection } = editor.get();
    const chosen = recordAt(document, selection[0] ?? null);
    const entityId = chosen?.kind === 'entity' ? chosen.id : (indexModel(document).byKind.entity[0]?.id ?? null);
    if (entityId === null) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onCanvas();
    verbs.draw({ entityId, attributeId: null, at: { x: left - 420, y: top }, dropAt: null });
  };
  const sayFresh = () => {
    editor.select([]);
    focusFreshness(performance.now() + PATIENCE_MS, () => editor.get().selection.length === 0);
  };
  if (product?.alignment !== 'consumer') return null;
  switch (step) {
    case 'entity':
      return <Line icon={Gauge} words="Nothing is drawn yet, so nothing is asked of anybody." />;
    case 'metric':
      return (
        <Line icon={Gauge} words="Next, a metric: what it needs is what is asked.">
          {editor.canEdit && (
            <Button size="sm" variant="primary" onClick={drawMetric}>
              Draw a metric
            </Button>
          )}
        </Line>
      );
    case 'freshness':
      return (
        <Line icon={Clock} words="Nobody has said how fresh it must be.">
          {editor.canEdit && (
            <Button size="sm" variant="primary" onClick={sayFresh}>
              Say it
            </Button>
          )}
        </Line>
      );
    default:
      return null;
  }
}

function Line({ icon: Icon, words, children }: { icon: LucideIcon; words: string; children?: ReactNode }) {
  return (
    <div className="flex items-start gap-2 text-fg-2 text-sm">
      <Icon className="mt-[3px] size-3.5 shrink-0 text-fg-3" strokeWidth={1.85} aria-hidden="true" />
      <p className="min-w-0 flex-1">{words}</p>
      {children}
    </div>
  );
}

/** The inspector is drawn anew for the model itself, when there is time for it; unless something else is looked at by then. */
function focusFreshness(until: number, isWanted: () => boolean): void {
  if (!isWanted() || performance.now() > until) return;
  const control = document.getElementById(FRESHNESS_CONTROL_ID);
  if (!(control instanceof HTMLInputElement)) {
    requestAnimationFrame(() => focusFreshness(until, isWanted));
    return;
  }
  control.scrollIntoView({ block: 'center' });
  control.focus();
  control.select();
}
