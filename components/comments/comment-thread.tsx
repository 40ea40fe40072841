'use client';

import { Check, Reply, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import type { Comment, Thread } from '@/lib/api/comments';
import { CommentComposer } from './comment-composer';
import { CommentWords } from './comment-words';
import type { useComments } from './use-comments';

type Props = { thread: Thread; comments: ReturnType<typeof useComments> };

/** What was said, the answers to it, and whether it is settled. */
export function CommentThread({ thread, comments }: Props) {
  const format = useFormat();
  const [isAnswering, setAnswering] = useState(false);
  const { resolved } = thread;
  const by = thread.by?.name ?? 'somebody who is gone';
  return (
    <li aria-label={`Thread by ${by}`} className="border-t pt-3 first:border-t-0 first:pt-0">
      <Said comment={thread} />
      {thread.answers.length > 0 && (
        <ul aria-label="Answers" className="mt-2.5 ml-2.5 space-y-2.5 border-l pl-3.5">
          {thread.answers.map((answer) => (
            <li key={answer.id}>
              <Said comment={answer} />
            </li>
          ))}
        </ul>
      )}
      {resolved && (
        <p className="mt-2 flex items-center gap-1.5 text-fg-2 text-xs">
          <Check className="size-3.5 text-ok" strokeWidth={2} aria-hidden="true" />
          Resolved by {resolved.by?.name ?? 'somebody who is gone'} · {format.moment(resolved.at)}
        </p>
      )}
      {isAnswering ? (
        <CommentComposer
          label={`Answer ${by}`}
          send="Answer"
          isBusy={comments.isBusy}
          problem={comments.problem}
          onSend={(body, onSaid) => comments.say(body, thread.id, onSaid)}
          onClose={() => setAnswering(false)}
        />
      ) : (
        <div className="mt-1.5 -ml-2 flex gap-1">
          <Button size="sm" variant="ghost" icon={Reply} onClick={() => setAnswering(true)}>
            Answer
          </Button>
          <Button
            size="sm"
            variant="ghost"
            icon={resolved ? RotateCcw : Check}
            onClick={() => comments.resolve(thread.id, resolved === null)}
          >
            {resolved ? 'Take up again' : 'Resolve'}
          </Button>
        </div>
      )}
    </li>
  );
}

function Said({ comment }: { comment: Comment }) {
  const format = useFormat();
  const { by } = comment;
  const initials = (by?.name ?? '?')
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .slice(0, 2)
    .join('');
  return (
    <div className="flex gap-2">
      <Avatar initials={initials} seed={by?.key ?? ''} size="sm" className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="text-fg-2 text-xs">
          <span className="font-medium text-fg">{by?.name ?? 'Somebody who is gone'}</span> ·{' '}
          <time dateTime={comment.at}>{format.moment(comment.at)}</time>
        </p>
        <CommentWords body={comment.body} />
      </div>
    </div>
  );
}
