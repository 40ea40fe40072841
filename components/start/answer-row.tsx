import { Check, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

type Props = {
  icon: ReactNode;
  title: ReactNode;
  /** For the buttons' names. */
  name: string;
  /** The record it comes from, and why. */
  source: string;
  yes?: string;
  answer: string | null;
  onYes: () => void;
  onNo: () => void;
  /** What a yes would make, while nothing is answered. */
  children?: ReactNode;
};

/** One thing to say yes or no to. What is answered steps back and stays in sight. */
export function AnswerRow({ icon, title, name, source, yes = 'Add', answer, onYes, onNo, children }: Props) {
  const isOpen = answer === null;
  return (
    <li
      className={cn(
        'rounded-lg border px-3 py-2',
        isOpen ? 'bg-surface shadow-card' : 'border-transparent bg-surface-2',
      )}
    >
      <div className="flex items-start gap-2">
        <span className="grid h-5 w-4 shrink-0 place-items-center">{icon}</span>
        <div className="min-w-0 flex-1">
          <p className={cn('text-sm', isOpen ? 'font-medium' : 'text-fg-2', answer === 'skipped' && 'line-through')}>
            {title}
          </p>
          <p className="text-fg-3 text-xs">{source}</p>
        </div>
        {!isOpen && (
          <span className="flex shrink-0 items-center gap-1 text-fg-2 text-xs">
            {answer === 'skipped' ? (
              <Button variant="ghost" size="sm" icon={Undo2} onClick={onYes} aria-label={`${yes} ${name} after all`}>
                {yes}
              </Button>
            ) : (
              <>
                <Check className="size-3.5 text-ok" strokeWidth={2.2} aria-hidden="true" /> on the canvas
              </>
            )}
          </span>
        )}
      </div>
      {isOpen && (
        <div className="pl-6">
          {children}
          <div className="mt-2 flex gap-1.5">
            <Button size="sm" variant="primary" onClick={onYes} aria-label={`${yes} ${name}`} data-next>
              {yes}
            </Button>
            <Button size="sm" variant="ghost" onClick={onNo} aria-label={`Skip ${name}`}>
              Skip
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}
