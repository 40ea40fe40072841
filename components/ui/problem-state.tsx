import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from './button';
import { cn } from './cn';

type Props = {
  /** What could not be done: "The inbox could not be read". */
  title: string;
  /** Why, when it is known, in a sentence. */
  detail?: string | null | undefined;
  onRetry?: (() => void) | undefined;
  isRetrying?: boolean;
  size?: 'panel' | 'page';
  className?: string | undefined;
};

/** A panel that failed says so in its own place; the rest of the page goes on. */
export function ProblemState({ title, detail, onRetry, isRetrying = false, size = 'panel', className }: Props) {
  return (
    <div
      role="alert"
      className={cn(
        'mx-auto flex max-w-sm flex-col items-center justify-center text-center',
        size === 'page' ? 'h-full px-6 py-16' : 'px-4 py-8',
        className,
      )}
    >
      <span className="mb-3 grid size-10 place-items-center rounded-lg border bg-surface text-bad shadow-card">
        <TriangleAlert className="size-5" strokeWidth={1.6} aria-hidden="true" />
      </span>
      <p className="font-semibold text-base tracking-[-0.012em]">{title}</p>
      {detail && <p className="mt-1 text-balance text-fg-2 text-sm">{detail}</p>}
      {onRetry && (
        <Button icon={RotateCw} busy={isRetrying} onClick={onRetry} className="mt-4">
          Try again
        </Button>
      )}
    </div>
  );
}
