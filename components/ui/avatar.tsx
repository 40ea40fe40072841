import { cn } from './cn';

const HUES = [236, 300, 165, 70, 345, 265, 20, 130, 200] as const;

type Props = {
  initials: string;
  /** Decides the hue, so one person looks the same everywhere. */
  seed: string;
  /** Read out; leave it out where the name stands beside the picture. */
  name?: string;
  size?: 'sm' | 'md' | 'lg';
  className?: string | undefined;
};

const SIZE = { sm: 'size-5 text-[9px]', md: 'size-6 text-2xs', lg: 'size-8 text-xs' } as const;

export function Avatar({ initials, seed, name, size = 'md', className }: Props) {
  const hash = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 0);
  const hue = HUES[hash % HUES.length] ?? HUES[0];
  return (
    <span
      {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={cn(
        'grid shrink-0 select-none place-items-center rounded-full font-semibold text-white',
        SIZE[size],
        className,
      )}
      style={{ background: `oklch(0.47 0.1 ${hue})` }}
    >
      {initials}
    </span>
  );
}
