import { cn } from '@/components/ui/cn';
import { Mono } from '@/components/ui/mono';

type Props = {
  title: string;
  why: string;
  /** What it is called in the workspace file. */
  physicalName: string;
  isChosen: boolean;
  isDisabled?: boolean;
  onChoose: () => void;
};

/** One place something could come from, with what speaks for it. */
export function OriginChoice({ title, why, physicalName, isChosen, isDisabled = false, onChoose }: Props) {
  return (
    <li>
      <label
        className={cn(
          'flex items-start gap-2.5 rounded-md border bg-surface px-3 py-2 transition-colors duration-120 has-focus-visible:ring-3 has-focus-visible:ring-accent-soft',
          isChosen ? 'border-accent bg-accent-soft' : 'hover:bg-surface-2',
          isDisabled && 'opacity-60',
        )}
      >
        <input
          type="radio"
          name="origin"
          className="mt-0.5 size-3.5 shrink-0 appearance-none rounded-full border border-fg-3 bg-surface transition-[border-width,border-color] duration-120 checked:border-4 checked:border-accent"
          checked={isChosen}
          disabled={isDisabled}
          onChange={onChoose}
        />
        <span className="min-w-0 flex-1">
          <span className="block break-words font-medium text-sm">{title}</span>
          {why && <span className="block text-fg-2 text-xs">{why}</span>}
          <Mono className="break-all text-fg-2 text-xs">{physicalName}</Mono>
        </span>
      </label>
    </li>
  );
}
