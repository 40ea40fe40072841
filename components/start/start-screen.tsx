import { ClipboardPaste, LayoutTemplate, type LucideIcon, MessagesSquare, SquarePlus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { IconTile } from '@/components/ui/icon-tile';
import type { StartWay } from './start-way';

type Props = { onStart: (way: StartWay) => void; onBlank: () => void };

const WAYS: readonly { way: StartWay; icon: LucideIcon; title: string; words: string; color: string }[] = [
  {
    way: 'questions',
    icon: MessagesSquare,
    title: 'Four questions',
    words: 'Say what you decide, for whom and by which numbers. What exists is looked up for you.',
    color: 'var(--accent)',
  },
  {
    way: 'template',
    icon: LayoutTemplate,
    title: 'Template',
    words: 'Begin with a model somebody drew for a decision like yours.',
    color: 'var(--aggregate)',
  },
  {
    way: 'paste',
    icon: ClipboardPaste,
    title: 'Paste or upload',
    words: 'SQL, DBML, Mermaid, JSON, a list of columns or cells of a spreadsheet become entities.',
    color: 'var(--source)',
  },
];

/** An empty model and its four starts. The board behind stays alive: a double click draws, a paste is read. */
export function StartScreen({ onStart, onBlank }: Props) {
  const ways = useRef<HTMLUListElement>(null);
  useEffect(() => takeOver(ways.current), []);
  return (
    <section
      aria-label="How to begin"
      className="pointer-events-none absolute inset-0 z-10 flex flex-col items-center justify-center overflow-y-auto px-6 pt-6 pb-20"
    >
      <h2 className="font-semibold text-xl tracking-[-0.02em]">What should this decide?</h2>
      <p className="mt-1 max-w-md text-balance text-center text-fg-2 text-sm">
        Nobody will ask you for a table. Choose how to begin, or add what exists from the left; everything can be
        changed afterwards.
      </p>
      <ul
        ref={ways}
        className="mt-6 grid w-full max-w-[560px] auto-rows-fr grid-cols-2 gap-3 max-[1100px]:max-w-[420px]"
      >
        {WAYS.map(({ way, ...card }) => (
          <li key={way}>
            <StartCard {...card} onChoose={() => onStart(way)} />
          </li>
        ))}
        <li>
          <StartCard
            icon={SquarePlus}
            title="Blank"
            words="Draw the first entity yourself: a customer, an order, a visit."
            color="var(--consumer)"
            onChoose={onBlank}
          />
        </li>
      </ul>
    </section>
  );
}

/** Whoever comes from the navigation, the board or nowhere can begin with the next key; a focus elsewhere stays. */
function takeOver(ways: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body || activeElement.matches('nav *, [role=application]'))
    ways?.querySelector('button')?.focus();
}

type CardProps = { icon: LucideIcon; title: string; words: string; color: string; onChoose: () => void };

function StartCard({ icon, title, words, color, onChoose }: CardProps) {
  return (
    <button
      type="button"
      onClick={onChoose}
      className="pointer-events-auto flex h-full w-full flex-col items-start rounded-xl border bg-surface p-4 text-left shadow-card transition-shadow duration-120 hover:border-line-2 hover:shadow-lift"
    >
      <IconTile icon={icon} color={color} />
      <span className="mt-3 font-semibold text-base tracking-[-0.012em]">{title}</span>
      <span className="mt-0.5 text-fg-2 text-sm">{words}</span>
    </button>
  );
}
