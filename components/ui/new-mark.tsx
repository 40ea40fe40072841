import { cn } from './cn';

/** Since I last looked: a dot for the eye, a word for the ear. */
export function NewMark({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex shrink-0 items-center', className)} title="New since you last looked">
      <span className="size-[7px] rounded-full bg-accent" aria-hidden="true" />
      <span className="sr-only">New: </span>
    </span>
  );
}
