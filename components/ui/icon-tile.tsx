import type { LucideIcon } from 'lucide-react';
import { cn } from './cn';

type Props = { icon: LucideIcon; color: string; size?: 'md' | 'lg'; className?: string | undefined };

/** An icon on a wash of its own hue, at the head of a card or a page. */
export function IconTile({ icon: Icon, color, size = 'md', className }: Props) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        'tint grid shrink-0 place-items-center rounded-md',
        size === 'md' ? 'size-[26px]' : 'size-9',
        className,
      )}
      style={{ color }}
    >
      <Icon className={size === 'md' ? 'size-[15px]' : 'size-5'} strokeWidth={1.85} />
    </span>
  );
}
