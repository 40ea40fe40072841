import { CircleCheck, Send, TriangleAlert } from 'lucide-react';
import type { ConsumerEffect } from '@/lib/api/effects';

const LINES_MAX = 6;

/** What a change does to whom: one block per consumer, its people by name, each broken need as a sentence. */
export function EffectList({ effects }: { effects: readonly ConsumerEffect[] }) {
  return (
    <ul className="space-y-2">
      {effects.map((effect) => (
        <li key={effect.consumer.key} className="rounded-md border bg-surface px-3 py-2">
          <p className="flex items-start gap-2 text-sm">
            {effect.breaks ? (
              <TriangleAlert className="mt-0.5 size-3.5 shrink-0 text-bad" aria-label="Breaks" />
            ) : (
              <CircleCheck className="mt-0.5 size-3.5 shrink-0 text-ok" aria-label="Holds" />
            )}
            <span className="min-w-0 font-medium">{effect.words}</span>
          </p>
          {effect.people.length > 0 && (
            <p className="mt-0.5 pl-5.5 text-fg-2 text-xs">
              {effect.owner?.name}: {effect.people.map(({ name }) => name).join(', ')}
            </p>
          )}
          <EffectLines effect={effect} />
        </li>
      ))}
    </ul>
  );
}

function EffectLines({ effect }: { effect: ConsumerEffect }) {
  const { broken, mended, asked, lost, conflicts } = effect;
  const shown = asked.slice(0, LINES_MAX);
  return (
    <ul className="mt-1.5 space-y-1 pl-5.5 text-fg-2 text-xs">
      {lost.length > 0 && <li>Can no longer be computed: {lost.join(', ')}</li>}
      {broken.slice(0, LINES_MAX).map((line) => (
        <li key={`${line.product.key} ${line.kind} ${line.target} ${line.words}`}>{line.words}</li>
      ))}
      {broken.length > LINES_MAX && <li>and {broken.length - LINES_MAX} more</li>}
      {conflicts.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {mended.slice(0, LINES_MAX).map((line) => (
        <li key={`${line.product.key} ${line.kind} ${line.target} ${line.words}`} className="text-ok">
          {line.words}
        </li>
      ))}
      {shown.map((line) => (
        <li key={`${line.product.key} ${line.words}`} className="flex gap-1.5">
          <Send className="mt-0.5 size-3 shrink-0 text-fg-3" aria-hidden="true" />
          <span>
            <span className="font-medium text-fg">{line.team?.name ?? line.product.name}</span>{' '}
            {line.verdict === 'met' ? 'has it already: ' : 'is asked: '}
            {line.words}
          </span>
        </li>
      ))}
      {asked.length > LINES_MAX && <li>and {asked.length - LINES_MAX} more are asked</li>}
    </ul>
  );
}
