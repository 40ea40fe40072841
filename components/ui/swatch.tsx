import { cn } from './cn';

/** The small square that carries a hue where a whole card in colour would shout. Decorative: the word stands beside it. */
export function Swatch({ color, className }: { color: string; className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={cn('inline-block size-2 shrink-0 rounded-[3px]', className)}
      style={{ background: color }}
    />
  );
}
