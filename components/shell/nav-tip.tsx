'use client';

import type { ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { useIsNavNarrow } from './use-nav-width';

type Props = { label: ReactNode; keys?: string | undefined; children: ReactNode };

/** Names an icon of the narrow navigation; the wide one says its names itself. */
export function NavTip({ label, keys, children }: Props) {
  const isNarrow = useIsNavNarrow();
  if (!isNarrow) return children;
  return (
    <Tooltip label={label} keys={keys} side="right">
      {children}
    </Tooltip>
  );
}
