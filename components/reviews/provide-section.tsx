'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AskPage } from '@/lib/api/asks';
import { isLive } from '@/lib/reviews/state-machine';
import { ProvidePanel } from './provide-panel';

/** What of an ask nobody offers yet, each with the way to provide it. Nothing is shown where everything is offered. */
export function ProvideSection({ ask }: { ask: AskPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const missing = ask.lines.flatMap(({ kind, target, verdict, state, words }) =>
    kind === 'attribute' && verdict === 'missing' && isLive(state) && target !== null ? [{ target, words }] : [],
  );
  if (!ask.canDecide || missing.length === 0) return null;
  const open = missing.find(({ target }) => target === chosen);
  return (
    <section aria-label="Nobody offers this yet" className="mt-4 rounded-lg border bg-surface shadow-card">
      <h3 className="flex h-9 items-center gap-2 border-b bg-surface-2 px-4 font-medium text-fg-2 text-xs">
        Nobody offers this yet
        <span className="font-normal text-fg-3 tabular-nums">{missing.length}</span>
      </h3>
      <ul>
        {missing.map(({ target, words }) => (
          <li key={target} className="flex items-center gap-3 border-b px-4 py-2 last:border-b-0">
            <p className="min-w-0 flex-1 text-sm">{words}</p>
            <Button
              icon={Plus}
              size="sm"
              aria-expanded={chosen === target}
              onClick={() => setChosen(chosen === target ? null : target)}
            >
              Provide it
            </Button>
          </li>
        ))}
      </ul>
      {open && <ProvidePanel key={open.target} ask={ask} target={open.target} onClose={() => setChosen(null)} />}
    </section>
  );
}
