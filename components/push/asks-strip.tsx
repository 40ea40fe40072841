'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import { useFormat } from '@/components/shell/use-format';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Meter } from '@/components/ui/meter';
import { ProblemState } from '@/components/ui/problem-state';
import { Skeleton } from '@/components/ui/skeleton';
import type { Preview, Strip } from '@/lib/api/preview';
import { Answers } from './answers';
import { CoverageBar } from './coverage-bar';
import { FreshnessVerdict } from './freshness-verdict';
import { OtherConflicts } from './other-conflicts';
import { usePreview } from './preview-context';
import { TeamRow } from './team-row';
import { WhatIfNote } from './what-if-note';

type Props = {
  productKey: string;
  isOpen: boolean;
  onToggle: () => void;
  /** What comes next while the model is young. */
  next: ReactNode;
};

/** "What this asks of others": live under the inspector, whatever is being edited above it. */
export function AsksStrip({ productKey, isOpen, onToggle, next }: Props) {
  const { preview, isComputing, isLate, problem, retry } = usePreview();
  return (
    <section aria-labelledby="asks-strip" className="flex max-h-[54%] shrink-0 flex-col border-t bg-bg">
      <header className="flex h-9 shrink-0 items-center gap-2 pr-2 pl-4">
        <h2 id="asks-strip" className="font-semibold text-sm tracking-[-0.006em]">
          What this asks of others
        </h2>
        <span
          className={cn(
            'size-1.5 rounded-full bg-accent opacity-0 transition-opacity duration-150',
            isComputing && 'animate-pulse opacity-100',
          )}
          aria-hidden="true"
        />
        {isLate && <span className="truncate text-fg-2 text-xs">working it out…</span>}
        <IconButton
          icon={isOpen ? ChevronDown : ChevronUp}
          label={isOpen ? 'Show less' : 'Show more'}
          size="sm"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="ml-auto"
        />
      </header>
      {preview ? (
        <div
          className={cn('min-h-0 overflow-y-auto px-4 pb-3 transition-[filter] duration-150', isLate && 'grayscale')}
          aria-live="polite"
          aria-busy={isComputing}
        >
          {problem && <p className="mb-2 text-bad text-xs">Not up to date: {problem}</p>}
          <Body strip={preview.summary} asks={preview.asks} productKey={productKey} isOpen={isOpen} next={next} />
        </div>
      ) : problem ? (
        <ProblemState title="This could not be worked out" detail={problem} onRetry={retry} isRetrying={isComputing} />
      ) : (
        <div className="space-y-2.5 px-4 pb-4" role="status">
          <span className="sr-only">Working out what this asks of others</span>
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-full" />
          <Skeleton className="h-3 w-2/3" />
        </div>
      )}
    </section>
  );
}

type BodyProps = Pick<Props, 'productKey' | 'isOpen' | 'next'> & { strip: Strip; asks: Preview['asks'] };

function Body({ strip, asks, productKey, isOpen, next }: BodyProps) {
  const { totals, bytes, teams } = strip;
  const isAsking = totals.covered + totals.needsMore + totals.nobody > 0;
  return (
    <>
      <WhatIfNote />
      {next}
      <FreshnessVerdict freshness={strip.freshness} productKey={productKey} />
      <Answers asks={asks} />
      <OtherConflicts conflicts={strip.conflicts} productKey={productKey} />
      {isAsking && <Totals {...totals} />}
      {isAsking && <EstateShare bytes={bytes} />}
      {isOpen && teams.length > 0 && (
        <ul aria-label="By team" className="mt-2 divide-y border-t">
          {teams.map((team) => (
            <TeamRow key={team.team?.key ?? 'nobody'} entry={team} />
          ))}
        </ul>
      )}
    </>
  );
}

function Totals(totals: Strip['totals']) {
  return (
    <>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs tabular-nums">
        <Total mark="met" count={totals.covered} words="covered" />
        <Total mark="needs-more" count={totals.needsMore} words={totals.needsMore === 1 ? 'needs more' : 'need more'} />
        <Total mark="nobody" count={totals.nobody} words="nobody offers" />
      </div>
      <CoverageBar {...totals} className="mt-1.5 block" />
    </>
  );
}

function Total({ mark, count, words }: { mark: 'met' | 'needs-more' | 'nobody'; count: number; words: string }) {
  return (
    <span className={cn('flex items-center gap-1 whitespace-nowrap', count === 0 ? 'text-fg-3' : 'text-fg')}>
      <span aria-hidden="true">
        <CoverageMark coverage={mark} />
      </span>
      <span className="font-medium">{count}</span>
      <span className="text-fg-2">{words}</span>
    </span>
  );
}

function EstateShare({ bytes }: { bytes: Strip['bytes'] }) {
  const format = useFormat();
  return (
    <div className="mt-2.5" title={`${format.bytes(bytes.needed)} of ${format.bytes(bytes.estate)}`}>
      <p className="mb-1 flex items-baseline justify-between gap-2 text-xs whitespace-nowrap">
        <span>
          <strong className="font-semibold tabular-nums">{Math.round(bytes.share * 100)} %</strong> of the estate’s
          bytes needed
        </span>
        <span className="text-fg-3 tabular-nums">{format.bytes(bytes.needed)}</span>
      </p>
      <Meter share={bytes.share} label="Share of the estate’s bytes needed" />
    </div>
  );
}
