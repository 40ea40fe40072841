'use client';

import { QuietPart } from '@/components/ui/quiet-part';
import type { AskPage } from '@/lib/api/asks';
import { AskLine } from './ask-line';
import { type LineTopic, partLines } from './line-parts';
import { type AskReview, decidableId } from './use-ask-review';

const TOPIC_WORDS: Record<LineTopic, string> = {
  good: 'How good',
  what: 'What',
  which: 'Which rows, how far back',
  checked: 'Checked',
};

export function AskLines({ ask, review }: { ask: AskPage; review: AskReview }) {
  const { open, decided, covered, gone } = partLines(ask.lines);
  const card = 'mt-4 overflow-hidden rounded-lg border bg-surface shadow-card';
  return (
    <>
      {open.map(({ topic, lines }) => (
        <section key={topic} aria-label={TOPIC_WORDS[topic]} className={card}>
          <h3 className="flex h-9 items-center gap-2 border-b bg-surface-2 px-4 font-medium text-fg-2 text-xs">
            {TOPIC_WORDS[topic]}
            <span className="font-normal text-fg-3 tabular-nums">{lines.length}</span>
          </h3>
          <ul>
            {lines.map((line) => (
              <AskLine key={line.id ?? line.words} line={line} choice={choiceOf(line, ask, review)} />
            ))}
          </ul>
        </section>
      ))}
      {decided.length + covered.length + gone.length > 0 && (
        <div className={card}>
          <QuietLines title="Decided" lines={decided} isOpenFirst={open.length === 0} />
          <QuietLines title="Covered by what is promised today" lines={covered} isOpenFirst={ask.covered} />
          <QuietLines title="No longer needed" lines={gone} />
        </div>
      )}
    </>
  );
}

function choiceOf(line: AskPage['lines'][number], ask: AskPage, review: AskReview) {
  const id = decidableId(line);
  if (id === null || !ask.canDecide) return null;
  const isOnly = review.open.length === 1;
  return {
    isChosen: !isOnly && review.selected.includes(id),
    isOnly,
    isActive: review.active === id,
    pending: review.deciding?.lines.has(id) ? review.deciding.action : null,
    onToggle: () => review.toggle(id),
  };
}

type QuietProps = { title: string; lines: AskPage['lines']; isOpenFirst?: boolean };

function QuietLines({ title, lines, isOpenFirst = false }: QuietProps) {
  if (lines.length === 0) return null;
  return (
    <QuietPart title={title} count={lines.length} isOpenFirst={isOpenFirst}>
      <ul className="border-t">
        {lines.map((line) => (
          <AskLine key={line.id ?? `${line.kind} ${line.target} ${line.rule}`} line={line} choice={null} />
        ))}
      </ul>
    </QuietPart>
  );
}
