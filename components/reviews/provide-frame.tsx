'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';

type Props<Options> = {
  options: UseQueryResult<Options>;
  onClose: () => void;
  children: (options: Options) => ReactNode;
};

/** What every way to provide has around it: looking for origins, failing to, and Escape. It comes into sight when it opens. */
export function ProvideFrame<Options>({ options, onClose, children }: Props<Options>) {
  const frame = useRef<HTMLDivElement>(null);
  const isThere = options.isSuccess;
  useEffect(() => {
    if (isThere) frame.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever in it one is
    <div
      ref={frame}
      className="scroll-my-20 space-y-3 border-t bg-canvas p-4"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {options.isPending && <LoadingRows label="Looking for where it could come from" rows={4} />}
      {options.isError && (
        <ProblemState
          title="Where it could come from could not be read"
          detail={options.error.message}
          onRetry={() => void options.refetch()}
          isRetrying={options.isFetching}
        />
      )}
      {options.isSuccess && children(options.data)}
    </div>
  );
}
