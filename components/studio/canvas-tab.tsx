'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useReactFlow } from '@xyflow/react';
import { memo, useCallback, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { Point } from '@/components/canvas/box';
import { Canvas } from '@/components/canvas/canvas';
import { CanvasEmpty } from '@/components/canvas/canvas-empty';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import type { CanvasView } from '@/components/canvas/canvas-view';
import { useCanvasView, useCanvasViewValue } from '@/components/canvas/canvas-view-context';
import { CARD_WIDTH } from '@/components/canvas/card-geometry';
import { ComparisonBar } from '@/components/canvas/comparison-bar';
import { focusBoard } from '@/components/canvas/focus-board';
import { cardsOfRecord } from '@/components/canvas/neighbourhood';
import { useEditor } from '@/components/editor/editor-context';
import { StartPanel } from '@/components/start/start-panel';
import { StartScreen } from '@/components/start/start-screen';
import { useStartWay } from '@/components/start/start-way';
import { draftQuery } from '@/lib/client/draft';
import { whatExistsQuery } from '@/lib/client/what-exists';
import type { RecordId } from '@/lib/model/records';
import { bringExisting } from './bring-existing';
import { bringMetricIn } from './bring-metric-in';
import { readMetricRef } from './existing-ref';
import { FirstVisitBanner } from './first-visit-banner';
import { LeftPanel } from './left-panel';
import { ProblemsPanel } from './problems-panel';
import { recallViewport, rememberViewport } from './remembered-viewport';
import { useDetailInAddress, useSightInAddress } from './studio-address';
import { TrialBar } from './trial-bar';
import { useRemembered } from './use-remembered';

const selectIsCompared = (view: CanvasView) => view.compared !== null;
const OPEN = ['open', 'closed'] as const;

/** The canvas with what exists on its left and what is wrong below. */
export const CanvasTab = memo(function CanvasTab({ productKey, isShown }: { productKey: string; isShown: boolean }) {
  const editor = useEditor();
  const flow = useReactFlow();
  const board = useRef<HTMLDivElement>(null);
  const view = useCanvasView();
  const isCompared = useCanvasViewValue(selectIsCompared);
  const client = useQueryClient();
  const [sight, setSight] = useSightInAddress();
  const [viewport] = useState(() => (sight ? null : recallViewport(productKey)));
  useDetailInAddress(view);
  const verbs = useCanvasVerbs();
  const [start, setStart] = useStartWay();
  const [problems, setProblems] = useRemembered('problems', OPEN, 'closed');

  const show = useCallback(
    (id: RecordId) => view.patch({ revealing: cardsOfRecord(editor.get().document, id)[0] ?? null }),
    [editor, view],
  );
  /** Where a new card stands in the middle of what is in sight. */
  const middle = useCallback((): Point => {
    const { left = 0, top = 0, width = 0, height = 0 } = board.current?.getBoundingClientRect() ?? {};
    const { x, y } = flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
    return { x: x - CARD_WIDTH / 2, y: y - 100 };
  }, [flow]);
  const endStart = () => {
    setStart(null);
    focusBoard();
  };
  const bring = useCallback(
    async (ref: string, at: { x: number; y: number } | null) => {
      const spot = at ?? middle();
      const metric = readMetricRef(ref);
      const brought = metric ? await bringTheirs(metric, spot) : await bringOffered(ref, spot);
      if (brought !== null && at === null) show(brought);

      async function bringOffered(wanted: string, to: Point) {
        const { tree } = await client.fetchQuery(whatExistsQuery({ product: productKey }));
        return bringExisting(verbs, tree, wanted, { at: to, isDropped: at !== null });
      }
      async function bringTheirs({ product, name }: { product: string; name: string }, to: Point) {
        const { records } = await client.fetchQuery({ ...draftQuery(product), staleTime: 0 });
        const model = {
          schemaVersion: 1 as const,
          records: Object.fromEntries(records.map((record) => [record.id, record])),
        };
        return bringMetricIn(editor, { product, model, name }, to);
      }
    },
    [client, productKey, editor, verbs, middle, show],
  );
  const tryToBring = (ref: string, at: Point | null) =>
    bring(ref, at).catch((error: unknown) =>
      toast.error('This could not be brought in', { description: error instanceof Error ? error.message : '' }),
    );
  return (
    <div className="relative flex h-full min-h-0">
      {editor.canEdit && start !== null ? (
        <StartPanel key={start} way={start} productKey={productKey} onClose={endStart} />
      ) : (
        <LeftPanel productKey={productKey} onBring={(ref) => void tryToBring(ref, null)} onShow={show} />
      )}
      <div className="flex min-w-0 flex-1 flex-col">
        <div ref={board} className="relative min-h-0 flex-1">
          {isShown && (
            <Canvas
              viewport={viewport}
              sight={sight}
              onViewport={(next, box) => {
                rememberViewport(productKey, next);
                setSight(box);
              }}
              onBring={(ref, at) => void tryToBring(ref, at)}
              empty={
                editor.canEdit && start === null ? (
                  <StartScreen onStart={setStart} onBlank={() => verbs.addEntity(middle())} />
                ) : (
                  <CanvasEmpty canEdit={editor.canEdit} />
                )
              }
            />
          )}
          <ComparisonBar />
          {!isCompared && <TrialBar />}
          {editor.canEdit && !isCompared && <FirstVisitBanner productKey={productKey} />}
        </div>
        <ProblemsPanel
          isOpen={problems === 'open'}
          onToggle={() => setProblems(problems === 'open' ? 'closed' : 'open')}
          onShow={show}
        />
      </div>
    </div>
  );
});
