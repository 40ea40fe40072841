'use client';

import { cn } from '@/components/ui/cn';
import type { TreeLink } from './metric-tree';
import type { Place } from './place-tree';

type Props = { link: TreeLink; route: readonly Place[] };
type LineProps = Props & { words: string; isSelected: boolean; onSelect: () => void };

/** A line one can take hold of: what a formula says, solid; what people believe, broken. A cut is taken hold of itself. */
export function TreeLine({ link, route, words, isSelected, onSelect }: LineProps) {
  const way = smooth(route);
  if (link.kind === 'segment')
    return (
      <path
        d={way}
        fill="none"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeDasharray="0.1 4"
        className={isSelected ? 'stroke-accent' : 'stroke-edge'}
      />
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG group cannot be a button element
    <g
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={isSelected}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect();
      }}
      className="group outline-none"
    >
      <path d={way} fill="none" stroke="transparent" strokeWidth={14} />
      <path
        d={way}
        fill="none"
        strokeWidth={link.kind === 'component' ? 1.75 : 1.25}
        strokeDasharray={link.kind === 'influence' ? '5 4' : undefined}
        className={cn(
          'group-hover:stroke-fg-2 group-focus-visible:stroke-accent',
          isSelected ? 'stroke-accent' : 'stroke-edge',
        )}
      />
    </g>
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

/** Which way a line works, on it. */
export function TreeSign({ link, route }: Props) {
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
        'pointer-events-none absolute grid size-5 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full border bg-surface font-medium text-xs',
        link.sign === 'minus' ? 'text-bad' : link.sign === 'plus' ? 'text-ok' : 'text-fg-2',
      )}
      style={{ left: (start.x + next.x) / 2, top: (start.y + next.y) / 2 }}
    >
      {words}
    </span>
  );
}
