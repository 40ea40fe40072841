import { cva, type VariantProps } from 'class-variance-authority';

/** How every button looks, kept apart from the element so that links can look like buttons. */
export const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-[background-color,color,filter] duration-120 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:brightness-108 active:brightness-95',
        secondary:
          'border border-line-2 bg-surface text-fg shadow-card hover:bg-surface-2 data-[state=open]:bg-surface-2',
        ghost: 'text-fg-2 hover:bg-hover hover:text-fg data-[state=open]:bg-hover data-[state=open]:text-fg',
        danger: 'bg-bad text-on-accent hover:brightness-108 active:brightness-95',
      },
      size: {
        sm: 'h-6 px-2 text-xs',
        md: 'h-7 px-2.5 text-sm',
        lg: 'h-8 px-3 text-sm',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);
export type ButtonStyle = VariantProps<typeof buttonStyle>;
