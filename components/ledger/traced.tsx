import type { ReactNode, SyntheticEvent } from 'react';
import { Tooltip } from '@/components/ui/tooltip';

type Part = { name: string; amount: string };

type Props = {
  children: ReactNode;
  /** What the figure is, before its parts. */
  about: string;
  parts?: readonly Part[];
  /** How many parts there are, where not all are at hand. */
  inAll?: number;
};

const PARTS_MAX = 8;
const keepOpen = (event: SyntheticEvent) => event.preventDefault();

/** A figure that tells what it adds up, to whoever points at it or comes by with the keyboard; pressing it keeps it open. */
export function Traced({ children, about, parts = [], inAll = parts.length }: Props) {
  const shown = parts.slice(0, PARTS_MAX);
  const rest = inAll - shown.length;
  return (
    <Tooltip
      label={
        <span className="block py-0.5">
          <span className="block text-fg-2">{about}</span>
          {shown.map(({ name, amount }) => (
            <span key={name} className="mt-0.5 flex justify-between gap-4 tabular-nums">
              <span className="truncate">{name}</span>
              <span className="shrink-0">{amount}</span>
            </span>
          ))}
          {rest > 0 && <span className="mt-0.5 block text-fg-3">and {rest} more</span>}
        </span>
      }
    >
      <button
        type="button"
        onPointerDown={keepOpen}
        onClick={keepOpen}
        className="cursor-help rounded-xs tabular-nums underline decoration-dotted decoration-fg-3/60 underline-offset-[3px] hover:decoration-fg-3"
      >
        {children}
      </button>
    </Tooltip>
  );
}
