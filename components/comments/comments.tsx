'use client';

import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { useShortcut } from '@/components/ui/use-shortcut';
import { commentsQuery } from '@/lib/client/comments';
import { CommentComposer } from './comment-composer';
import { CommentThread } from './comment-thread';
import { useComments } from './use-comments';

type Props = {
  /** `ask:KEY`, `record:PRODUCT:ID` or `product:KEY`. */
  subject: string;
  /** Who says the first word: what it is about, and who would hear. */
  empty: string;
  /** Pressed anywhere outside of a text, it begins a comment. */
  shortcut?: string;
  /** Asked for from elsewhere, which is told once it has been heard. */
  isAsked?: boolean;
  onHeard?: () => void;
};

/** Everything said about one thing. What is settled is out of the way until somebody looks. Mount it with its subject. */
export function Comments({ subject, empty, shortcut, isAsked = false, onHeard }: Props) {
  const query = useQuery(commentsQuery(subject));
  const comments = useComments(subject);
  const [isSaying, setSaying] = useState(false);
  const [isWhole, setWhole] = useState(false);
  useShortcut(shortcut ?? '', () => setSaying(true), shortcut !== undefined);
  useEffect(() => {
    if (!isAsked) return;
    setSaying(true);
    onHeard?.();
  }, [isAsked, onHeard]);
  if (query.isPending) return <LoadingRows label="Reading what was said" rows={2} />;
  if (query.isError) {
    return (
      <ProblemState
        size="panel"
        title="What was said could not be read"
        detail={query.error.message}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  }
  const { threads } = query.data;
  const settled = threads.filter((thread) => thread.resolved !== null).length;
  const shown = isWhole ? threads : threads.filter((thread) => thread.resolved === null);
  return (
    <>
      {threads.length === settled && !isSaying && <p className="text-fg-2 text-sm">{empty}</p>}
      {shown.length > 0 && (
        <ul aria-label="Threads" className="space-y-3">
          {shown.map((thread) => (
            <CommentThread key={thread.id} thread={thread} comments={comments} />
          ))}
        </ul>
      )}
      {isSaying ? (
        <CommentComposer
          label="Comment"
          send="Comment"
          isBusy={comments.isBusy}
          problem={comments.problem}
          onSend={(body, onSaid) => comments.say(body, null, onSaid)}
          onClose={() => setSaying(false)}
        />
      ) : (
        <div className="mt-2 -ml-2 flex flex-wrap gap-1">
          <Button size="sm" variant="ghost" icon={MessageSquarePlus} onClick={() => setSaying(true)}>
            Comment
          </Button>
          {settled > 0 && (
            <Button size="sm" variant="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? 'Hide' : 'Show'} {settled} resolved
            </Button>
          )}
        </div>
      )}
    </>
  );
}
