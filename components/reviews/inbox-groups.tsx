'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { AskRow } from './ask-row';
import type { InboxGroup } from './sort-inbox';
import type { AskMarks } from './use-ask-marks';

type Props = {
  groups: readonly InboxGroup[];
  chosen: string | null;
  onChoose: (key: string) => void;
  /** What these have in common, for screen readers: "covered". */
  part: string;
  isQuiet?: boolean;
  marks?: AskMarks | null;
};

export function InboxGroups({ groups, chosen, onChoose, part, isQuiet = false, marks = null }: Props) {
  return groups.map(({ product, asks }) => (
    <section key={product.key} aria-label={`${product.name}, ${part}`}>
      <h2 className="sticky top-0 z-10 flex h-9 items-center gap-2 border-b bg-bg px-4 font-medium text-fg-2 text-xs">
        <AlignmentIcon alignment={product.alignment} className="size-3.5" />
        {product.name}
        <span className="font-normal text-fg-3 tabular-nums">{asks.length}</span>
      </h2>
      <ul>
        {asks.map((ask) => (
          <AskRow
            key={ask.key}
            ask={ask}
            isChosen={ask.key === chosen}
            isQuiet={isQuiet}
            marks={marks}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </section>
  ));
}
