'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { AskPage } from '@/lib/api/asks';
import { countOf } from '@/lib/base/count-of';
import { isLive } from '@/lib/reviews/state-machine';
import { ProvideEntity } from './provide-entity';
import { ProvidePanel } from './provide-panel';

/** What of an ask nobody offers yet, each with the way to provide it. Nothing is shown where everything is offered. */
export function ProvideSection({ ask }: { ask: AskPage }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const missing = missingOf(ask);
  if (!ask.canDecide || missing.length === 0) return null;
  const open = missing.find(({ target }) => target === chosen);
  return (
    <section aria-label="Nobody offers this yet" className="mt-4 rounded-lg border bg-surface shadow-card">
      <h3 className="flex h-9 items-center gap-2 border-b bg-surface-2 px-4 font-medium text-fg-2 text-xs">
        Nobody offers this yet
        <span className="font-normal text-fg-3 tabular-nums">{missing.length}</span>
      </h3>
      <ul>
        {missing.map(({ target, words, fields }) => (
          <li key={target} className="flex items-center gap-3 border-b px-4 py-2 last:border-b-0">
            <p className="min-w-0 flex-1 text-sm">
              {words}
              {fields > 0 && <span className="block text-fg-2 text-xs">With {countOf(fields, 'field')}.</span>}
            </p>
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
      {open &&
        (open.fields === 0 ? (
          <ProvidePanel key={open.target} ask={ask} target={open.target} onClose={() => setChosen(null)} />
        ) : (
          <ProvideEntity key={open.target} ask={ask} target={open.target} onClose={() => setChosen(null)} />
        ))}
    </section>
  );
}

/** An entity nobody has is one thing to provide, with all its fields; what lacks only fields is told field by field. */
function missingOf({ lines }: AskPage): { target: string; words: string; fields: number }[] {
  const open = lines.flatMap(({ kind, target, verdict, state, words }) =>
    verdict === 'missing' && isLive(state) && target !== null ? [{ kind, target, words }] : [],
  );
  const fields = open.filter(({ kind }) => kind === 'attribute');
  const whole = open.flatMap(({ kind, target, words }) => {
    const own = fields.filter((field) => field.target.startsWith(`${target}.`)).length;
    return kind === 'entity' && own > 0 ? [{ target, words, fields: own }] : [];
  });
  const rest = fields.filter((field) => !whole.some(({ target }) => field.target.startsWith(`${target}.`)));
  return [...whole, ...rest.map(({ target, words }) => ({ target, words, fields: 0 }))];
}
