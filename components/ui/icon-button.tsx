import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { type ButtonStyle, buttonStyle } from './button-style';
import { cn } from './cn';
import { Tooltip } from './tooltip';

type Props = Omit<ComponentProps<'button'>, 'children'> &
  Pick<ButtonStyle, 'variant' | 'size'> & {
    icon: LucideIcon;
    /** The accessible name and the tooltip. */
    label: string;
    /** Its shortcut, as `mod+k`, shown in the tooltip. */
    keys?: string | undefined;
    /** For a button that stays down. */
    pressed?: boolean | undefined;
    tooltipSide?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  };

const SQUARE = { sm: 'size-6 p-0', md: 'size-7 p-0', lg: 'size-8 p-0' } as const;

export function IconButton({
  icon: Icon,
  label,
  keys,
  pressed,
  variant = 'ghost',
  size = 'md',
  tooltipSide,
  className,
  ...rest
}: Props) {
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={cn(
          buttonStyle({ variant, size }),
          SQUARE[size ?? 'md'],
          pressed && 'bg-active text-fg hover:bg-active',
          className,
        )}
        {...rest}
      >
        <Icon className={size === 'sm' ? 'size-3.5' : 'size-[15px]'} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
