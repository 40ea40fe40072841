'use client';

import '@/lib/client/jitless';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Tooltip } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { NonceProvider } from '@/components/ui/nonce';
import { Toaster } from '@/components/ui/toaster';
import { ApiProblem } from '@/lib/client/api-problem';
import { LiveEvents } from './live-events';
import { PageCommandsProvider } from './page-commands';
import { useTheme } from './use-theme';

const RETRIES_MAX = 2;

/** A no from the service stays a no; only silence is asked again. */
const shouldRetry = (failures: number, error: Error) => !(error instanceof ApiProblem) && failures < RETRIES_MAX;

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const { theme } = useTheme();
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 15_000, retry: shouldRetry } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <NonceProvider nonce={nonce}>
        <Tooltip.Provider delayDuration={350} skipDelayDuration={200}>
          <LiveEvents>
            <PageCommandsProvider>{children}</PageCommandsProvider>
          </LiveEvents>
        </Tooltip.Provider>
        <Toaster theme={theme} />
      </NonceProvider>
    </QueryClientProvider>
  );
}
