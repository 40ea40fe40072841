'use client';

import { MessageSquare } from 'lucide-react';
import { countOf } from '@/lib/base/count-of';
import type { RecordId } from '@/lib/model/records';
import { useCommentCount } from './comment-counts-context';

/** How many threads stand open at a card's record; nothing where there are none. */
export function CommentMark({ id }: { id: RecordId }) {
  const count = useCommentCount(id);
  if (count === 0) return null;
  const words = countOf(count, 'open comment');
  return (
    <span title={words} className="inline-flex shrink-0 items-center gap-0.5 text-2xs text-accent-text tabular-nums">
      <MessageSquare className="size-3" strokeWidth={2} aria-hidden="true" />
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
