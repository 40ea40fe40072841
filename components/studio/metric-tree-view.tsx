'use client';

import { Gauge, X } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Box } from '@/components/canvas/box';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { type MetricTree, metricTree, type TreeLink } from './metric-tree';
import { MoverChoice } from './mover-choice';
import { linkKey, type Place, placeTree } from './place-tree';
import { TREE_CARD, TreeCard } from './tree-card';
import { TREE_CUT, TreeCut } from './tree-cut';
import { TreeLegend } from './tree-legend';
import { TreeLine, TreeSign } from './tree-link';
import { TrialBar } from './trial-bar';
import { useDriveDrag } from './use-drive-drag';
import { useFitWidth } from './use-fit-width';
import { useTreeWalk } from './use-tree-walk';

const selectDocument = (state: EditorState) => state.document;
const selectSelection = (state: EditorState) => state.selection;
const NO_ROUTE: readonly Place[] = [];

/** Which numbers move which: what a formula says, what people believe, drawn from metric to metric, and what they are cut by. */
export function MetricTreeView() {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const selection = useEditorValue(selectSelection);
  const board = useRef<HTMLDivElement>(null);
  const [askedId, setAskedId] = useState<RecordId | null>(null);
  const { drag, handlesOf } = useDriveDrag(board, setAskedId);
  const [explained, setExplained] = useState<string | null>(null);
  const tree = useMemo(() => metricTree(document), [document]);
  const { places, routes, width, height } = useMemo(() => placeTree(tree, TREE_CARD, TREE_CUT), [tree]);
  const boxes = useMemo(() => boxesOf(places, tree.cuts), [places, tree]);
  const walk = useTreeWalk(board, boxes);
  const [frame, scale] = useFitWidth(width);
  if (places.size === 0)
    return (
      <EmptyState icon={Gauge} title="No metrics yet">
        Drag a number out of an entity on the canvas. What it moves, and what moves it, is drawn here.
      </EmptyState>
    );
  const routeOf = (link: TreeLink) => routes.get(linkKey(link)) ?? NO_ROUTE;
  const choose = (link: TreeLink) => {
    setExplained(link.driverId === null ? linkKey(link) : null);
    editor.select(link.driverId === null ? [] : [link.driverId]);
  };
  const shown = tree.links.find((link) => link.driverId === null && linkKey(link) === explained);
  return (
    <div className="relative h-full">
      <div ref={frame} className="h-full overflow-auto bg-canvas pb-12 [scrollbar-gutter:stable]">
        <div className="mx-auto" style={{ width: width * scale, height: height * scale }}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: its cards are what has the focus */}
          <div
            ref={board}
            data-canvas
            onKeyDown={walk}
            className="relative origin-top-left"
            style={{ width, height, transform: scale < 1 ? `scale(${scale})` : undefined }}
          >
            <svg className="absolute inset-0" width={width} height={height}>
              <title>Which metric moves which</title>
              {tree.links.map((link) => (
                <TreeLine
                  key={linkKey(link)}
                  link={link}
                  route={routeOf(link)}
                  words={linkWords(document, link)}
                  isSelected={link.driverId === null ? link === shown : selection.includes(link.driverId)}
                  onSelect={() => choose(link)}
                />
              ))}
            </svg>
            {tree.links.map((link) => (
              <TreeSign key={linkKey(link)} link={link} route={routeOf(link)} />
            ))}
            {[...places].map(([id, at]) => {
              const byId = tree.cuts.get(id);
              return byId === undefined ? (
                <TreeCard
                  key={id}
                  id={id}
                  at={at}
                  isTarget={drag?.overId === id}
                  handsOf={(side) => handlesOf(id, side)}
                />
              ) : (
                <TreeCut key={id} id={id} byId={byId} at={at} />
              );
            })}
            {drag && (
              <svg className="pointer-events-none absolute inset-0" width={width} height={height} aria-hidden="true">
                <path
                  d={`M${drag.start.x} ${drag.start.y}L${drag.end.x} ${drag.end.y}`}
                  fill="none"
                  strokeWidth={1.75}
                  strokeLinecap="round"
                  className="stroke-accent"
                />
              </svg>
            )}
          </div>
        </div>
      </div>
      {shown && <FormulaNote link={shown} onClose={() => setExplained(null)} />}
      {askedId !== null && <MoverChoice metricId={askedId} onClose={() => setAskedId(null)} />}
      {!shown && <TrialBar />}
      <TreeLegend />
    </div>
  );
}

function boxesOf(places: ReadonlyMap<RecordId, Place>, cuts: MetricTree['cuts']): ReadonlyMap<RecordId, Box> {
  return new Map([...places].map(([id, at]) => [id, { ...at, ...(cuts.has(id) ? TREE_CUT : TREE_CARD) }]));
}

/** What a line means that nobody drew, and where it is changed. */
function FormulaNote({ link, onClose }: { link: TreeLink; onClose: () => void }) {
  const editor = useEditor();
  const { document } = editor.get();
  return (
    <div
      role="status"
      className="-translate-x-1/2 absolute top-3 left-1/2 flex items-center gap-2.5 rounded-lg bg-surface py-1.5 pr-1.5 pl-3.5 text-sm shadow-pop"
    >
      {linkWords(document, link)}. The formula says so: change it there.
      <Button size="sm" onClick={() => editor.select([link.to])}>
        Show the formula
      </Button>
      <IconButton icon={X} label="Put this away" size="sm" onClick={onClose} />
    </div>
  );
}

function linkWords(document: ModelDocument, { from, to, kind, sign }: TreeLink): string {
  const verb = kind === 'component' ? 'is part of' : 'is believed to drive';
  const words = `${labelOfRecord(document, from)} ${verb} ${midSentence(labelOfRecord(document, to))}`;
  return sign === 'minus' ? `${words}, downwards` : words;
}
