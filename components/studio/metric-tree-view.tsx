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
import { linkKey, type Place, placeTree } from './place-tree';
import { shortFormula } from './short-formula';

const CARD = { width: 204, height: 64 };
const selectDocument = (state: EditorState) => state.document;

/** Which numbers move which: what a formula says, solid; what people believe, broken and with its sign. */
export function MetricTreeView() {
  const document = useEditorValue(selectDocument);
  const tree = useMemo(() => metricTree(document), [document]);
  const { places, routes, width, height } = useMemo(() => placeTree(tree, CARD), [tree]);
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
              <Link key={linkKey(link)} link={link} route={routes.get(linkKey(link)) ?? NO_ROUTE} />
            ))}
          </svg>
          {tree.links.map((link) => (
            <Sign key={linkKey(link)} link={link} route={routes.get(linkKey(link)) ?? NO_ROUTE} />
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
const NO_ROUTE: readonly Place[] = [];

type LinkProps = { link: TreeLink; route: readonly Place[] };

function Link({ link, route }: LinkProps) {
  return (
    <path
      d={smooth(route)}
      fill="none"
      stroke="var(--edge)"
      strokeWidth={link.kind === 'component' ? 1.75 : 1.25}
      strokeDasharray={link.kind === 'influence' ? '5 4' : undefined}
    />
  );
}

/** From point to point, leaving and arriving level. */
function smooth(route: readonly Place[]): string {
  return route
    .map((to, index) => {
      const from = route[index - 1];
      if (!from) return `M${to.x} ${to.y}`;
      const bend = (to.x - from.x) / 2;
      return `C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
    })
    .join('');
}

function Sign({ link, route }: LinkProps) {
  const [start, next] = route;
  if (!start || !next || (link.sign === null && !link.isIdentity)) return null;
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
      style={{ left: (start.x + next.x) / 2, top: (start.y + next.y) / 2 }}
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
