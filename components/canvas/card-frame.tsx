'use client';

import { type ReactNode, useCallback } from 'react';
import { useIsSelected } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import type { RecordId } from '@/lib/model/records';
import { type CanvasMarks, cardMarks } from './canvas-marks';
import { EdgeAnchor } from './edge-anchor';
import { useMarks } from './use-marks';

type Props = { id: RecordId; className: string; whenSelected: string; children: ReactNode };

/** The outside of a card. What is in it stays as it is when the card is selected, concerned or raised. */
export function CardFrame({ id, className, whenSelected, children }: Props) {
  const isSelected = useIsSelected(id);
  const marked = useMarks(useCallback((marks: CanvasMarks) => cardMarks(marks, id), [id]));
  return (
    <article ref={marked} className={cn('card h-full w-full border bg-surface', className, isSelected && whenSelected)}>
      {children}
      <EdgeAnchor />
    </article>
  );
}
