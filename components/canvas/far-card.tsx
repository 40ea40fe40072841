import { cn } from '@/components/ui/cn';
import { CardFrame } from './card-frame';
import type { Distance } from './use-distance';

type Props = {
  id: string;
  title: string;
  hue: string;
  distance: Distance;
  isMetric?: boolean;
  /** What of it is still worth reading from far: the keys of an entity. */
  keys?: readonly string[];
};

const KEYS_MAX = 4;

/** A card from afar: its name, large enough to read where rows are not. */
export function FarCard({ id, title, hue, distance, isMetric = false, keys = [] }: Props) {
  const isVeryFar = distance === 'very far';
  const shown = isVeryFar ? [] : keys.slice(0, KEYS_MAX);
  return (
    <CardFrame
      id={id}
      className={cn(
        'flex flex-col justify-center gap-2 overflow-hidden border-line-2 px-4',
        isMetric ? 'rounded-xl' : 'rounded-lg',
      )}
      whenSelected="border-accent ring-6 ring-accent-soft"
    >
      <span className="flex items-center gap-3">
        <span className="size-6 shrink-0 rounded-sm" style={{ background: hue }} aria-hidden="true" />
        <h3
          id={`card-${id}`}
          className={cn(
            'line-clamp-2 font-semibold tracking-[-0.02em]',
            isVeryFar ? 'text-[38px] leading-10' : 'text-[32px] leading-9',
          )}
        >
          {title}
        </h3>
      </span>
      {shown.map((key) => (
        <span key={key} className="truncate pl-9 text-[24px] text-fg-2 leading-7">
          {key}
        </span>
      ))}
    </CardFrame>
  );
}
