'use client';

import { CircleHelp, TriangleAlert } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { useFormat } from '@/components/shell/use-format';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Meter } from '@/components/ui/meter';
import type { Preview } from '@/lib/api/preview';
import { asksSomethingNew } from './asks-something-new';
import { ChangeMark } from './change-mark';
import { countWords, coverageWords } from './count-words';
import { FreshnessLine } from './freshness-line';
import type { PlanChange } from './plan-lines';

const CONFLICTS_MAX = 4;
const CHANGES: readonly { change: PlanChange; words: string }[] = [
  { change: 'added', words: 'new' },
  { change: 'tightened', words: 'tightened' },
  { change: 'relaxed', words: 'relaxed' },
  { change: 'withdrawn', words: 'withdrawn' },
  { change: 'unchanged', words: 'as before' },
];

/** The plan in numbers, what it spares everyone, and who will be asked. */
export function PlanSummary({ preview }: { preview: Preview }) {
  const { comparison, summary } = preview;
  const { covered, needsMore, nobody } = summary.totals;
  const asked = preview.asks.filter((ask) => !ask.covered);
  return (
    <div className="space-y-4">
      <dl className="grid grid-cols-2 gap-x-3 gap-y-1 text-sm">
        {CHANGES.filter(({ change }) => comparison[change].length > 0).map(({ change, words }) => (
          <div key={change} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-fg-2">
              <span aria-hidden="true">
                <ChangeMark change={change} />
              </span>
              {words}
            </dt>
            <dd className="ml-auto font-medium tabular-nums">{comparison[change].length}</dd>
          </div>
        ))}
      </dl>
      <p className="text-fg-2 text-sm">
        {needsMore + nobody === 0
          ? `${countWords(covered, 'line')}, all covered.`
          : `${countWords(covered + needsMore + nobody, 'line')}: ${coverageWords(summary.totals)}.`}
      </p>
      <FreshnessLine freshness={summary.freshness} />
      <InTheWay conflicts={summary.conflicts} />
      <Savings preview={preview} />
      <Asked asks={asked} />
    </div>
  );
}

type Conflicts = Preview['summary']['conflicts'];

/** What does not fit apart from age. What nobody offers is a line of the plan already; its ways out are in the strip. */
function InTheWay({ conflicts }: { conflicts: Conflicts }) {
  const errors = conflicts.filter(({ severity }) => severity === 'error');
  const warnings = conflicts.filter(({ severity, code }) => severity === 'warning' && code !== 'gap');
  return (
    <>
      <ConflictList title="Does not fit" conflicts={errors} />
      <ConflictList title="To look at" conflicts={warnings} />
    </>
  );
}

function ConflictList({ title, conflicts }: { title: string; conflicts: Conflicts }) {
  if (conflicts.length === 0) return null;
  const shown = conflicts.slice(0, CONFLICTS_MAX);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium text-fg-2 text-xs">{title}</h3>
      <ul className="space-y-1.5">
        {shown.map(({ code, at, target, severity, words }) => (
          <li key={`${code} ${at} ${target ?? ''}`} className="flex items-start gap-2 text-xs">
            {severity === 'error' ? (
              <TriangleAlert className="mt-[1px] size-3.5 shrink-0 text-bad" aria-hidden="true" />
            ) : (
              <CircleHelp className="mt-[1px] size-3.5 shrink-0 text-fg-3" aria-hidden="true" />
            )}
            <Said>{words}</Said>
          </li>
        ))}
        {conflicts.length > shown.length && (
          <li className="text-fg-2 text-xs">and {conflicts.length - shown.length} more</li>
        )}
      </ul>
    </section>
  );
}

function Savings({ preview }: { preview: Preview }) {
  const format = useFormat();
  const column = useVocabulary() === 'plain' ? 'field' : 'column';
  const { bytes } = preview.summary;
  const needed = preview.plan.scopes.reduce((sum, scope) => sum + scope.columns.length, 0);
  const present = preview.plan.scopes.reduce((sum, scope) => sum + scope.columns.length + scope.deferred.length, 0);
  const unused = preview.plan.unused.length;
  return (
    <section aria-label="What need not move">
      <p className="mb-1 flex items-baseline justify-between text-sm">
        <span>
          <strong className="font-semibold tabular-nums">{Math.round(bytes.share * 100)} %</strong> of the bytes needed
        </span>
        <span className="text-fg-3 text-xs tabular-nums">
          {format.bytes(bytes.needed)} of {format.bytes(bytes.estate)}
        </span>
      </p>
      <Meter share={bytes.share} label="Share of the estate’s bytes needed" />
      <p className="mt-1.5 text-fg-2 text-xs">
        {needed} of {countWords(present, column)} in the tables that are read
        {unused > 0 && `; ${countWords(unused, 'table')} nobody needs at all`}.
      </p>
    </section>
  );
}

type Asks = Preview['asks'];

function Asked({ asks }: { asks: Asks }) {
  const asking = asks.filter(asksSomethingNew);
  const standing = asks.filter((ask) => !asksSomethingNew(ask));
  if (asks.length === 0)
    return <p className="text-sm">Nobody has to decide anything: what stands today covers all of it.</p>;
  return (
    <>
      <AskList title={`${countWords(asking.length, 'ask')} will be sent to`} asks={asking} />
      <AskList title="Asked before and still open" asks={standing} />
    </>
  );
}

function AskList({ title, asks }: { title: string; asks: Asks }) {
  if (asks.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium text-fg-2 text-xs">{title}</h3>
      <ul className="space-y-1">
        {asks.map((ask) => (
          <li key={ask.key} className="text-sm">
            <span className="font-medium">{ask.team?.name ?? 'Nobody owns it'}</span>
            <span className="block text-fg-2 text-xs">
              <Said>{ask.title}</Said>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
