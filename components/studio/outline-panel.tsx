'use client';

import { Gauge, Table2 } from 'lucide-react';
import { type MouseEvent, memo, type ReactNode, useRef } from 'react';
import type { Point } from '@/components/canvas/box';
import { canvasMenu } from '@/components/canvas/canvas-menu';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { useCoverage } from '@/components/canvas/coverage-context';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { useIsSelected, useLabel } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import { ContextMenu } from '@/components/ui/context-menu';
import { indexModel } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { OutlineChunk } from './outline-chunk';

const selectEntityIds = ({ document }: EditorState) => indexModel(document).byKind.entity.map(({ id }) => id);
const selectMetricIds = ({ document }: EditorState) => indexModel(document).byKind.metric.map(({ id }) => id);

type Props = { onShow: (id: RecordId) => void };

/** Everything that is drawn, as a list: the way to a card that is out of sight. */
export function OutlinePanel({ onShow }: Props) {
  const entityIds = useEditorValue(selectEntityIds, isSameList<RecordId>);
  const metricIds = useEditorValue(selectMetricIds, isSameList<RecordId>);
  const { entries, onContextMenuCapture } = useRowMenu(onShow);
  return (
    <ContextMenu entries={entries}>
      <div className="h-full overflow-y-auto px-1.5 pb-3" onContextMenuCapture={onContextMenuCapture}>
        <Part title="Entities" ids={entityIds} empty="None drawn yet." onShow={onShow}>
          <Table2 className="size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
        </Part>
        <Part title="Metrics" ids={metricIds} empty="Drag a number out of an entity to draw one." onShow={onShow}>
          <Gauge className="size-3.5 shrink-0 text-accent-text" strokeWidth={1.75} aria-hidden="true" />
        </Part>
      </div>
    </ContextMenu>
  );
}

/** A right click on a row offers what one on its card does, and shows the card. */
function useRowMenu(onShow: (id: RecordId) => void) {
  const verbs = useCanvasVerbs();
  const at = useRef<{ id: RecordId; screen: Point } | null>(null);
  const onContextMenuCapture = (event: MouseEvent) => {
    const id =
      event.target instanceof Element ? event.target.closest('[data-outline]')?.getAttribute('data-outline') : null;
    at.current = id ? { id, screen: { x: event.clientX, y: event.clientY } } : null;
    if (!id) return event.stopPropagation();
    verbs.editor.select([id]);
    onShow(id);
  };
  const entries = () => {
    if (at.current === null) return [];
    const { id, screen } = at.current;
    const show = () => onShow(id);
    // Of the view's verbs a card's menu offers only the way to the card.
    const view = { tidy: show, fit: show, showSelection: show, selectAll: show };
    return canvasMenu(verbs, view, { target: { kind: 'card', id }, screen, flow: { x: 0, y: 0 } });
  };
  return { entries, onContextMenuCapture };
}

/** A list of so many is drawn as it is; of a longer one only what is near the sight. */
const SHOWN_AT_ONCE_MAX = 80;
const CHUNK = 40;

function inChunks(ids: readonly RecordId[]): (readonly RecordId[])[] {
  return Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, at) => ids.slice(at * CHUNK, (at + 1) * CHUNK));
}

type PartProps = {
  title: string;
  ids: readonly RecordId[];
  empty: string;
  onShow: (id: RecordId) => void;
  children: ReactNode;
};

function Part({ title, ids, empty, onShow, children }: PartProps) {
  return (
    <section aria-label={title} className="mb-3">
      <h3 className="flex items-baseline gap-1.5 px-1.5 pb-1 font-medium text-fg-3 text-xs">
        {title} <span className="tabular-nums">{ids.length}</span>
      </h3>
      {ids.length === 0 && <p className="px-1.5 text-fg-3 text-sm">{empty}</p>}
      {inChunks(ids).map((chunk) => (
        <OutlineChunk key={chunk[0]} rows={chunk.length} isShownAtOnce={ids.length <= SHOWN_AT_ONCE_MAX}>
          {chunk.map((id) => (
            <Row key={id} id={id} onShow={onShow}>
              {children}
            </Row>
          ))}
        </OutlineChunk>
      ))}
    </section>
  );
}

type RowProps = { id: RecordId; onShow: (id: RecordId) => void; children: ReactNode };

const Row = memo(function Row({ id, onShow, children }: RowProps) {
  const editor = useEditor();
  const verbs = useCanvasVerbs();
  const label = useLabel(id);
  const coverage = useCoverage(id);
  const isSelected = useIsSelected(id);
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      data-outline={id}
      onClick={() => {
        editor.select([id]);
        onShow(id);
      }}
      onDoubleClick={() => verbs.startNaming(id)}
      onKeyDown={({ key }) => {
        if (key === 'Delete' || key === 'Backspace') verbs.remove([id]);
      }}
      className={cn(
        'flex h-7 w-full items-center gap-2 rounded-md px-1.5 text-left text-sm hover:bg-hover',
        isSelected && 'bg-active',
      )}
    >
      {children}
      <span className="min-w-0 flex-1 truncate">{label}</span>
      <CoverageMark coverage={coverage} />
    </button>
  );
});
