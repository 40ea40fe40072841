import { cn } from '@/components/ui/cn';
import { EdgeAnchor } from './edge-anchor';

type Props = { id: string; title: string; hue: string; isSelected: boolean; isMetric?: boolean };

/** A card from afar: its name, large enough to read where rows are not. */
export function FarCard({ id, title, hue, isSelected, isMetric = false }: Props) {
  return (
    <article
      className={cn(
        'card flex h-full w-full items-center gap-4 overflow-hidden border border-line-2 bg-surface px-5',
        isMetric ? 'rounded-xl' : 'rounded-lg',
        isSelected && 'border-accent ring-6 ring-accent-soft',
      )}
    >
      <span className="size-6 shrink-0 rounded-sm" style={{ background: hue }} aria-hidden="true" />
      <h3 id={`card-${id}`} className="line-clamp-3 font-semibold text-[26px] leading-8 tracking-[-0.02em]">
        {title}
      </h3>
      <EdgeAnchor />
    </article>
  );
}
