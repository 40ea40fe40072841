'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import type { DecideAsk } from '@/lib/api/asks';
import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import { Unreachable } from '@/lib/client/api-problem';
import { decideAsksMutation } from '@/lib/client/asks';
import { idempotencyKey } from '@/lib/client/idempotency-key';
import { queryKeys } from '@/lib/client/query-keys';
import type { AskAction } from '@/lib/reviews/ask-action';
import { askWords, needsWords } from './ask-words';
import { describeManyProblem } from './describe-decide-problem';
import { TellDialog } from './tell-dialog';
import type { AskMarks } from './use-ask-marks';

const ATTEMPTS_MAX = 3;

/** One verb for every marked ask: all of it is recorded, or nothing. */
export function ManyBar({ marks }: { marks: AskMarks }) {
  const client = useQueryClient();
  const [telling, setTelling] = useState<AskAction | null>(null);
  const mutation = useMutation({
    ...decideAsksMutation(),
    retry: (failures, error) => error instanceof Unreachable && failures < ATTEMPTS_MAX,
    onSuccess: (_, { action, asks }) => {
      toast.success(`${askWords[action].told}: ${countOf(asks.length, 'ask')}`);
      marks.clear();
      setTelling(null);
    },
    onSettled: () => {
      for (const queryKey of [queryKeys.inbox, queryKeys.asks, queryKeys.products, queryKeys.lineage])
        void client.invalidateQueries({ queryKey });
    },
  });
  const { marked, actions } = marks;
  if (marked.length === 0) return null;
  const send = (told: Omit<DecideAsk, 'lines'>) =>
    mutation.mutate({
      ...told,
      asks: marked.map(({ key, version }) => ({ ask: key, version })),
      idempotencyKey: idempotencyKey(),
    });
  const act = (action: AskAction) => {
    mutation.reset();
    if (needsWords(action)) setTelling(action);
    else send({ action });
  };
  const [first, ...rest] = actions;
  const problem = mutation.error ? describeManyProblem(mutation.error, marked) : null;
  return (
    <div role="toolbar" aria-label="Selected asks" className="sticky bottom-0 z-20 mt-auto border-t bg-bg px-3 py-2.5">
      {problem && telling === null && (
        <Banner tone="bad" className="mb-2">
          {problem}
        </Banner>
      )}
      <div className="flex items-center gap-1.5">
        <p className="min-w-0 flex-1 truncate text-fg-2 text-sm" aria-live="polite">
          {countOf(marked.length, 'ask')} selected
        </p>
        <Button size="sm" variant="ghost" onClick={marks.clear}>
          Clear
        </Button>
        {rest.length > 0 && (
          <DropdownMenu
            side="top"
            align="end"
            trigger={
              <Button size="sm">
                More
                <ChevronDown className="size-3.5" aria-hidden="true" />
              </Button>
            }
            entries={rest.map((action) => ({
              kind: 'item' as const,
              key: action,
              label: askWords[action].label,
              icon: askWords[action].icon,
              onSelect: () => act(action),
            }))}
          />
        )}
        {first ? (
          <Button
            size="sm"
            variant="primary"
            icon={askWords[first].icon}
            busy={mutation.isPending && telling === null}
            onClick={() => act(first)}
          >
            {askWords[first].label} {marked.length}
          </Button>
        ) : (
          <span className="text-fg-2 text-xs">Nothing fits all of them</span>
        )}
      </div>
      {telling && (
        <TellDialog
          key={telling}
          ask={null}
          askKey={null}
          asker={joinWords([...new Set(marked.map((ask) => ask.askedBy?.name ?? ask.consumer.name))])}
          telling={{ action: telling, lines: [] }}
          problem={problem}
          isBusy={mutation.isPending}
          onSend={send}
          onClose={() => setTelling(null)}
        />
      )}
    </div>
  );
}
