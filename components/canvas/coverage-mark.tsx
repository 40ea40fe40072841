import { cn } from '@/components/ui/cn';
import type { Coverage } from '@/lib/api/preview';

const WORDS: Record<Coverage, string> = {
  met: 'Met: it is offered as you need it',
  'needs-more': 'Needs more than is promised today',
  nobody: 'Nobody offers this yet',
  unused: 'Not used by any metric yet, so it is not asked for',
  'not-planned': 'An estimate: not asked of anybody until somebody confirms it',
};

/** A metric is used by none: it is left out itself, as long as something is wrong with it. */
export function coverageWords(coverage: Coverage, isMetric = false): string {
  return isMetric && coverage === 'unused' ? 'Left out of what is asked' : WORDS[coverage];
}

const TONE: Record<Coverage, string> = {
  met: 'text-ok',
  'needs-more': 'text-warn',
  nobody: 'text-bad',
  unused: 'text-fg-3',
  'not-planned': 'text-fg-3',
};

type Props = { coverage: Coverage | null; isMetric?: boolean; className?: string | undefined };

/** A shape each, so that the colour never has to be seen: full, half, crossed ring, dash, dotted ring. */
export function CoverageMark({ coverage, isMetric, className }: Props) {
  if (coverage === null) return <span className={cn('size-2.5 shrink-0', className)} />;
  const words = coverageWords(coverage, isMetric);
  return (
    <span className={cn('grid size-2.5 shrink-0 place-items-center', TONE[coverage], className)} title={words}>
      <svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true">
        <Shape coverage={coverage} />
      </svg>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function Shape({ coverage }: { coverage: Coverage }) {
  switch (coverage) {
    case 'met':
      return <circle cx="5" cy="5" r="3" fill="currentColor" />;
    case 'needs-more':
      return (
        <>
          <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
          <path d="M5 1.4a3.6 3.6 0 0 0 0 7.2z" fill="currentColor" />
        </>
      );
    case 'nobody':
      return (
        <>
          <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M2.6 7.4 7.4 2.6" stroke="currentColor" strokeWidth="1.4" />
        </>
      );
    case 'not-planned':
      return (
        <circle cx="5" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="1.6 1.4" />
      );
    case 'unused':
      return <path d="M3 5h4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" opacity="0.7" />;
  }
}
