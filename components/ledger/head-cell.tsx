import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

type Props = { children: ReactNode; isFirst?: boolean; isNumber?: boolean; className?: string };

export function HeadCell({ children, isFirst = false, isNumber = false, className }: Props) {
  return (
    <th
      scope="col"
      className={cn(
        'h-7 whitespace-nowrap px-3 font-medium text-fg-3 text-xs',
        isFirst && 'pl-0',
        isNumber ? 'text-right' : 'text-left',
        className,
      )}
    >
      {children}
    </th>
  );
}
