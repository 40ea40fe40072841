'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import { InboxParts } from './inbox-parts';
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

/** Asks by the product they are asked of. */
export function InboxGroups({ groups, part, ...shared }: Props) {
  const parts = groups.map(({ product, asks }) => ({
    key: product.key,
    title: product.name,
    label: `${product.name}, ${part}`,
    icon: <AlignmentIcon alignment={product.alignment} className="size-3.5" />,
    asks,
  }));
  return <InboxParts parts={parts} {...shared} />;
}
