'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import type { Proposal } from '@/lib/api/proposals';
import { proposalsQuery } from '@/lib/client/start';
import { whatExistsQuery } from '@/lib/client/what-exists';
import type { RecordId } from '@/lib/model/records';
import { type Answers, numbersOf } from './answers';
import { EstimatedNeeds } from './estimated-needs';
import { ProposalRow } from './proposal-row';
import { WishRow } from './wish-row';

type Props = { productKey: string; answers: Answers; onBack: () => void; onDone: () => void };
/** The record somebody's yes made, or their no. */
type Decided = ReadonlyMap<string, RecordId | 'skipped'>;

const selectRecords = ({ document }: EditorState) => document.records;

/** What the catalog has for the answers, one by one: each says which record it is and why, and nothing comes unasked. */
export function ProposalList({ productKey, answers, onBack, onDone }: Props) {
  const records = useEditorValue(selectRecords);
  const [decided, setDecided] = useState<Decided>(new Map());
  const list = useRef<HTMLDivElement>(null);
  const query = { decision: answers.decision.trim(), numbers: numbersOf(answers).join('\n') };
  const found = useQuery(proposalsQuery(productKey, query));
  const exists = useQuery(whatExistsQuery({ product: productKey }));
  const decide = (key: string, how: RecordId | 'skipped') => setDecided((before) => new Map(before).set(key, how));
  const isThere = found.data !== undefined && exists.data !== undefined;
  useEffect(() => {
    if (isThere || decided.size > 0) focusNext(list.current);
  }, [isThere, decided]);

  const error = found.error ?? exists.error;
  if (error)
    return (
      <ProblemState
        title="What exists could not be looked up"
        detail={error.message}
        onRetry={() => void (found.error ? found.refetch() : exists.refetch())}
        isRetrying={found.isFetching || exists.isFetching}
      />
    );
  if (!found.data || !exists.data) return <LoadingRows label="Looking what exists" rows={6} className="p-4" />;
  const { proposals, nothing } = found.data;
  /** Undo takes an answer back as well. */
  const answerTo = (key: string) => {
    const how = decided.get(key) ?? null;
    return how === null || how === 'skipped' || Object.hasOwn(records, how) ? how : null;
  };
  const isTaken = (key: string) => ![null, 'skipped'].includes(answerTo(key));
  return (
    <>
      <div ref={list} className="min-h-0 flex-1 space-y-5 overflow-y-auto px-4 pt-1 pb-4">
        {[...groupsOf(proposals)].map(([words, group]) => {
          const isOver = group[0]?.from === 'number' && group.some((one) => isTaken(keyOf(one)));
          const shown = isOver ? group.filter((one) => isTaken(keyOf(one))) : group;
          return (
            <Group key={words} title={group[0]?.from === 'number' ? `For “${words}”` : 'For the decision itself'}>
              {shown.map((proposal) => (
                <ProposalRow
                  key={keyOf(proposal)}
                  proposal={proposal}
                  productKey={productKey}
                  tree={exists.data.tree}
                  answer={answerTo(keyOf(proposal))}
                  onDecide={(how) => decide(keyOf(proposal), how)}
                />
              ))}
            </Group>
          );
        })}
        {nothing.length > 0 && (
          <Group title="Nobody offers this yet">
            {nothing.map((words) => (
              <WishRow
                key={words}
                words={words}
                productKey={productKey}
                answer={answerTo(`wish ${words}`)}
                onDecide={(how) => decide(`wish ${words}`, how)}
              />
            ))}
          </Group>
        )}
        {proposals.length === 0 && nothing.length === 0 && (
          <EmptyState title="The catalog has nothing by these words" size="panel">
            Name a number by another word, or draw what you need: it is asked of whoever is nearest.
          </EmptyState>
        )}
        <EstimatedNeeds />
      </div>
      <footer className="flex items-center justify-between gap-2 border-t px-4 py-3">
        <Button variant="ghost" icon={ArrowLeft} onClick={onBack}>
          Answers
        </Button>
        <Button variant="primary" onClick={onDone} data-next>
          Done
        </Button>
      </footer>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-medium text-fg-2 text-xs">{title}</h3>
      <ul className="space-y-1.5">{children}</ul>
    </section>
  );
}

function groupsOf(proposals: readonly Proposal[]): Map<string, Proposal[]> {
  const groups = new Map<string, Proposal[]>();
  for (const one of proposals) groups.set(one.for, [...(groups.get(one.for) ?? []), one]);
  return groups;
}

function keyOf({ from, for: words, hit }: Proposal): string {
  return `${from} ${words} ${hit.kind} ${hit.ref}`;
}

/** On to what is not decided yet, so that a run of answers needs one key. */
function focusNext(list: HTMLDivElement | null): void {
  const next = list?.querySelector<HTMLElement>('[data-next]') ?? list?.parentElement?.querySelector('[data-next]');
  if (next instanceof HTMLElement) next.focus();
}
