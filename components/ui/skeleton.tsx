import { cn } from './cn';

/** Takes the room of what will stand there, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden="true" className={cn('block h-3 animate-pulse rounded-xs bg-active', className)} />;
}
