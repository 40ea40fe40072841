'use client';

import { ChevronUp, LoaderCircle, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { VerdictChip } from '@/components/catalog/verdict-chip';
import { Said } from '@/components/shell/said';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { AskPageLine } from '@/lib/api/asks';
import { countOf } from '@/lib/base/count-of';
import type { AskAction } from '@/lib/reviews/ask-action';
import { askWords } from './ask-words';
import { LineDecision } from './line-decision';
import { LineFacts } from './line-facts';
import { LineMenu } from './line-menu';
import { LineNegotiation } from './line-negotiation';
import { LineWayOut } from './line-way-out';
import { LineWhy } from './line-why';
import { ProvideMissing, type Providing } from './provide-missing';

type Choice = {
  isChosen: boolean /** There is nothing to choose between. */;
  isOnly: boolean;
  isActive: boolean;
  pending: AskAction | null;
  onToggle: (isRange: boolean) => void;
  onAct: (action: AskAction) => void;
};

type Props = { line: AskPageLine; choice: Choice | null; providing?: Providing | null };

/** One requirement as a sentence, with what is offered, the gap, and the way to whoever needs it. */
export function AskLine({ line, choice, providing = null }: Props) {
  const vocabulary = useVocabulary();
  const [isWhyOpen, setIsWhyOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const range = useRef(false);
  const provideButton = useRef<HTMLButtonElement>(null);
  const isActive = choice?.isActive ?? false;
  useShortcut('e', () => setIsWhyOpen((before) => !before), isActive);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const stopProviding = () => {
    providing?.onOpen(null);
    provideButton.current?.focus();
  };
  return (
    <li
      ref={row}
      className={cn(
        'relative border-b last:border-b-0',
        choice?.isChosen && 'bg-accent-soft',
        isActive && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
        choice?.pending && 'opacity-60',
      )}
    >
      <div className="flex gap-3 px-4 py-2.5">
        {choice && (choice.pending || !choice.isOnly) && (
          <span className="flex h-5 items-center">
            {choice.pending ? (
              <LoaderCircle className="size-3.5 animate-spin text-fg-2" aria-hidden="true" />
            ) : (
              <span onClickCapture={(event) => (range.current = event.shiftKey)}>
                <Checkbox
                  label={line.words}
                  isLabelHidden
                  checked={choice.isChosen}
                  onChange={() => choice.onToggle(range.current)}
                />
              </span>
            )}
          </span>
        )}
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-start gap-x-2 gap-y-1">
            <p className={cn('min-w-0 flex-1 text-base', line.state === 'withdrawn' && 'text-fg-2 line-through')}>
              <Said>{line.words}</Said>
            </p>
            {choice?.pending && (
              <span role="status" className="text-fg-2 text-xs leading-5">
                {askWords[choice.pending].doing}
              </span>
            )}
            {line.hard && <Badge>must hold exactly</Badge>}
            <VerdictChip verdict={line.verdict} vocabulary={vocabulary} />
            {providing && (
              <Button
                ref={provideButton}
                icon={providing.isOpen ? ChevronUp : Plus}
                size="sm"
                aria-expanded={providing.isOpen}
                onClick={() => providing.onOpen(providing.isOpen ? null : providing.missing.target)}
              >
                {line.state === 'proposed' ? 'Provide it' : 'Provide it another way'}
              </Button>
            )}
            {choice && !choice.pending && <LineMenu line={line} onAct={choice.onAct} />}
          </div>
          {providing && providing.missing.fields > 0 && (
            <p className="mt-0.5 text-fg-2 text-xs">
              With its {countOf(providing.missing.fields, 'field')}, in one act.
            </p>
          )}
          <LineFacts line={line} />
          {line.state !== 'countered' && <LineWayOut line={line} />}
          <LineNegotiation line={line} />
          {line.state === 'countered' && <LineWayOut line={line} />}
          <LineDecision line={line} />
          <LineWhy line={line} isOpen={isWhyOpen} onToggle={() => setIsWhyOpen(!isWhyOpen)} />
        </div>
      </div>
      {providing?.isOpen && <ProvideMissing providing={providing} onClose={stopProviding} />}
    </li>
  );
}
