'use client';

import { useEffect } from 'react';
import { Page } from '@/components/shell/page';
import { ProblemState } from '@/components/ui/problem-state';

/** The last resort for a bug on a page: the shell stays, and so does every other page. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <Page title="Something broke">
      <ProblemState
        size="page"
        title="This page ran into a bug"
        detail={`What you saved is safe.${error.digest ? ` The server's log has it as ${error.digest}.` : ''}`}
        onRetry={reset}
      />
    </Page>
  );
}
