'use client';

import { QuietPart } from '@/components/ui/quiet-part';
import type { AskPage, AskPageLine } from '@/lib/api/asks';
import type { AskAction } from '@/lib/reviews/ask-action';
import { isOpen } from '@/lib/reviews/state-machine';
import { AskLine } from './ask-line';
import { type LineTopic, partLines } from './line-parts';
import { missingOf } from './missing-of';
import type { Providing } from './provide-missing';
import { type AskReview, actableId } from './use-ask-review';

const TOPIC_WORDS: Record<LineTopic, string> = {
  missing: 'Nobody offers this yet',
  good: 'How good',
  what: 'What',
  which: 'Which rows, how far back',
  checked: 'Checked',
};

export function AskLines({ ask, review }: { ask: AskPage; review: AskReview }) {
  const { open, decided, covered, gone } = partLines(ask.lines);
  const missing = ask.canDecide ? missingOf(ask) : [];
  const providingOf = ({ kind, target }: AskPageLine): Providing | null => {
    const own = missing.find((one) => one.target === target && one.fields > 0 === (kind === 'entity'));
    if (!own) return null;
    return { ask, missing: own, isOpen: review.providing === own.target, onOpen: review.provide };
  };
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
              <AskLine
                key={line.id ?? line.words}
                line={line}
                choice={isOpen(line.state) ? choiceOf(line, review) : menuOf(line, review)}
                providing={topic === 'missing' ? providingOf(line) : null}
              />
            ))}
          </ul>
        </section>
      ))}
      {decided.length + covered.length + gone.length > 0 && (
        <div className={card}>
          <QuietLines title="Decided" lines={decided} review={review} isOpenFirst={open.length === 0} />
          <QuietLines
            title="Covered by what is promised today"
            lines={covered}
            review={review}
            isOpenFirst={ask.covered}
          />
          <QuietLines title="No longer needed" lines={gone} review={review} />
        </div>
      )}
    </>
  );
}

function choiceOf(line: AskPageLine, review: AskReview) {
  const id = actableId(line);
  if (id === null) return null;
  const isOnly = review.open.length === 1;
  return {
    isChosen: !isOnly && review.selected.includes(id),
    isOnly,
    isActive: review.active === id,
    pending: review.deciding?.lines.has(id) ? review.deciding.action : null,
    onToggle: (isRange: boolean) => review.toggle(id, isRange),
    onAct: (action: AskAction) => review.act(action, [line]),
  };
}

/** What was decided can still be built or seen to hold, by its menu. */
function menuOf(line: AskPageLine, review: AskReview) {
  const id = actableId(line);
  if (id === null) return null;
  const pending = review.deciding?.lines.has(id) ? review.deciding.action : null;
  const onAct = (action: AskAction) => review.act(action, [line]);
  return { isChosen: false, isOnly: true, isActive: false, pending, onToggle: () => {}, onAct };
}

type QuietProps = { title: string; lines: AskPageLine[]; review: AskReview; isOpenFirst?: boolean };

function QuietLines({ title, lines, review, isOpenFirst = false }: QuietProps) {
  if (lines.length === 0) return null;
  return (
    <QuietPart title={title} count={lines.length} isOpenFirst={isOpenFirst}>
      <ul className="border-t">
        {lines.map((line) => (
          <AskLine
            key={line.id ?? `${line.kind} ${line.target} ${line.rule}`}
            line={line}
            choice={menuOf(line, review)}
          />
        ))}
      </ul>
    </QuietPart>
  );
}
