'use client';

import { Gauge } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useCoverage } from '@/components/canvas/coverage-context';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useIsSelected, useLabel } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/empty-state';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { midSentence } from '@/lib/model/words-for';
import { metricTree, type TreeLink } from './metric-tree';
import { placeTree } from './place-tree';
import { shortFormula } from './short-formula';

const CARD = { width: 224, height: 64 };
const selectDocument = (state: EditorState) => state.document;

/** Which numbers move which: what a formula says, solid; what people believe, broken and with its sign. */
export function MetricTreeView() {
  const document = useEditorValue(selectDocument);
  const tree = useMemo(() => metricTree(document), [document]);
  const { places, width, height } = useMemo(() => placeTree(tree, CARD), [tree]);
  if (places.size === 0)
    return (
      <EmptyState icon={Gauge} title="No metrics yet">
        Drag a number out of an entity on the canvas. What it moves, and what moves it, is drawn here.
      </EmptyState>
    );
  return (
    <div className="relative h-full">
      <div className="h-full overflow-auto bg-canvas pb-12">
        <div className="relative mx-auto" style={{ width, height }}>
          <svg className="absolute inset-0" width={width} height={height} aria-hidden="true">
            {tree.links.map((link) => (
              <Link key={`${link.from} ${link.to}`} link={link} places={places} />
            ))}
          </svg>
          {tree.links.map((link) => (
            <Sign key={`${link.from} ${link.to}`} link={link} places={places} />
          ))}
          {[...places].map(([id, at]) => (
            <TreeCard key={id} id={id} at={at} cuts={tree.cuts.get(id) ?? NO_CUTS} />
          ))}
        </div>
        <ul className="sr-only" aria-label="Which metric moves which">
          {tree.links.map(({ from, to, kind, sign }) => (
            <li key={`${from} ${to}`}>
              {labelOfRecord(document, from)} {kind === 'component' ? 'is part of' : 'is believed to drive'}{' '}
              {labelOfRecord(document, to)}
              {sign === 'minus' && ', downwards'}
            </li>
          ))}
        </ul>
      </div>
      <Legend />
    </div>
  );
}

const NO_CUTS: readonly RecordId[] = [];

type Places = ReadonlyMap<RecordId, { x: number; y: number }>;

function endsOf({ from, to }: TreeLink, places: Places) {
  const driver = places.get(from);
  const driven = places.get(to);
  if (!driver || !driven) return null;
  return {
    start: { x: driven.x + CARD.width, y: driven.y + CARD.height / 2 },
    end: { x: driver.x, y: driver.y + CARD.height / 2 },
  };
}

function Link({ link, places }: { link: TreeLink; places: Places }) {
  const ends = endsOf(link, places);
  if (!ends) return null;
  const { start, end } = ends;
  const bend = Math.max(40, (end.x - start.x) / 2);
  return (
    <path
      d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
      fill="none"
      stroke="var(--edge)"
      strokeWidth={link.kind === 'component' ? 1.75 : 1.25}
      strokeDasharray={link.kind === 'influence' ? '5 4' : undefined}
    />
  );
}

function Sign({ link, places }: { link: TreeLink; places: Places }) {
  const ends = endsOf(link, places);
  if (!ends || (link.sign === null && !link.isIdentity)) return null;
  const words = link.isIdentity ? '=' : link.sign === 'plus' ? '+' : '−';
  const title = link.isIdentity
    ? 'An identity: it always holds'
    : link.sign === 'plus'
      ? 'More leads to more'
      : 'More leads to less';
  return (
    <span
      title={title}
      aria-hidden="true"
      className={cn(
        'absolute grid size-5 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border bg-surface font-medium text-xs',
        link.sign === 'minus' ? 'text-bad' : link.sign === 'plus' ? 'text-ok' : 'text-fg-2',
      )}
      style={{ left: (ends.start.x + ends.end.x) / 2, top: (ends.start.y + ends.end.y) / 2 }}
    >
      {words}
    </span>
  );
}

type CardProps = { id: RecordId; at: { x: number; y: number }; cuts: readonly RecordId[] };

function TreeCard({ id, at, cuts }: CardProps) {
  const editor = useEditor();
  const label = useLabel(id);
  const coverage = useCoverage(id);
  const isSelected = useIsSelected(id);
  const made = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const metric = recordOf(document, 'metric', id);
        const cutWords = cuts.map((cut) => midSentence(labelOfRecord(document, cut)));
        const formula = metric === null ? null : shortFormula(document, metric);
        return [formula ?? 'not finished', ...(cutWords.length > 0 ? [`by ${cutWords.join(', ')}`] : [])].join(' · ');
      },
      [id, cuts],
    ),
  );
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={() => editor.select([id])}
      className={cn(
        'absolute rounded-xl border border-line-2/70 bg-surface px-3 text-left shadow-card hover:shadow-lift',
        isSelected && 'border-accent ring-3 ring-accent-soft',
      )}
      style={{ left: at.x, top: at.y, ...CARD }}
    >
      <span className="flex items-center gap-2">
        <Gauge className="size-3.5 shrink-0 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
        <span className="min-w-0 flex-1 truncate font-semibold text-base tracking-[-0.012em]">{label}</span>
        <CoverageMark coverage={coverage} />
      </span>
      <span className="block truncate text-fg-2 text-xs" title={made}>
        {made}
      </span>
    </button>
  );
}

function Legend() {
  return (
    <div className="absolute bottom-3 left-3 inline-flex items-center gap-4 rounded-lg bg-surface px-3 py-1.5 text-fg-2 text-xs shadow-pop">
      <span className="flex items-center gap-1.5">
        <svg width="22" height="2" aria-hidden="true">
          <path d="M0 1h22" stroke="var(--edge)" strokeWidth="1.75" />
        </svg>
        is part of its formula
      </span>
      <span className="flex items-center gap-1.5">
        <svg width="22" height="2" aria-hidden="true">
          <path d="M0 1h22" stroke="var(--edge)" strokeWidth="1.25" strokeDasharray="5 4" />
        </svg>
        is believed to drive it
      </span>
    </div>
  );
}
