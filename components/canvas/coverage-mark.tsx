import { cn } from '@/components/ui/cn';
import type { Coverage } from '@/lib/api/preview';

export const COVERAGE_WORDS: Record<Coverage, string> = {
  met: 'Met: it is offered as you need it',
  'needs-more': 'Needs more than is promised today',
  nobody: 'Nobody offers this yet',
  unused: 'Not used by any metric yet, so it is not asked for',
  'not-planned': 'An estimate: not asked of anybody until somebody confirms it',
};

const TONE: Record<Coverage, string> = {
  met: 'text-ok',
  'needs-more': 'text-warn',
  nobody: 'text-bad',
  unused: 'text-fg-3',
  'not-planned': 'text-fg-3',
};

/** A shape each, so that the colour never has to be seen: full, half, crossed ring, dash, dotted ring. */
export function CoverageMark({ coverage, className }: { coverage: Coverage | null; className?: string | undefined }) {
  if (coverage === null) return <span className={cn('size-2.5 shrink-0', className)} />;
  return (
    <span
      className={cn('grid size-2.5 shrink-0 place-items-center', TONE[coverage], className)}
      title={COVERAGE_WORDS[coverage]}
    >
      <svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true">
        <Shape coverage={coverage} />
      </svg>
      <span className="sr-only">{COVERAGE_WORDS[coverage]}</span>
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
