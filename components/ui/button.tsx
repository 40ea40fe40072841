import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonStyle, buttonStyle } from './button-style';
import { cn } from './cn';

type Props = ComponentProps<'button'> &
  ButtonStyle & {
    icon?: LucideIcon | undefined;
    /** Keeps its width and its focus, shows that work is under way and takes no second click. */
    busy?: boolean | undefined;
  };

export function Button({ variant, size, icon: Icon, busy = false, className, children, onClick, ...rest }: Props) {
  const Shown = busy ? LoaderCircle : Icon;
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={cn(buttonStyle({ variant, size }), className)}
      {...rest}
    >
      {Shown && (
        <Shown className={cn('size-3.5 shrink-0', busy && 'animate-spin')} strokeWidth={1.9} aria-hidden="true" />
      )}
      {children}
    </button>
  );
}
