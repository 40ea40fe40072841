'use client';

import { useCallback } from 'react';
import { Badge } from '@/components/ui/badge';
import type { RecordId } from '@/lib/model/records';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';

/** While the drawing is held against a version: what is new in it, and what has changed. */
export function ChangeMark({ id }: { id: RecordId }) {
  const mark = useCanvasViewValue(useCallback((view: CanvasView) => view.compared?.marks.get(id), [id]));
  if (mark === undefined) return null;
  return <Badge tone={mark === 'new' ? 'ok' : 'warn'}>{mark}</Badge>;
}
