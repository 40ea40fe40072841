'use client';

import { useQuery } from '@tanstack/react-query';
import { Coins, Download, PackageOpen, Send } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Page } from '@/components/shell/page';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { StartActions } from '@/components/shell/start-actions';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingPanel } from '@/components/ui/loading-panel';
import { ProblemState } from '@/components/ui/problem-state';
import type { LedgerPage } from '@/lib/api/ledger';
import { LEDGER_FILE, ledgerQuery } from '@/lib/client/ledger';
import { DecayPanel } from './decay-panel';
import { EstimatesPanel } from './estimates-panel';
import { GroupsPanel } from './groups-panel';
import { Headline } from './headline';
import { ledgerWords } from './ledger-words';
import { OrphansPanel } from './orphans-panel';
import { PricesDialog } from './prices-dialog';
import { SharedWorkPanel } from './shared-work-panel';
import { TablesPanel } from './tables-panel';
import { UnusedPanel } from './unused-panel';
import { UseCasesPanel } from './use-cases-panel';

const COLUMN = 'mx-auto flex max-w-[1180px] flex-col gap-4 px-6 pt-6 pb-12';

/** What is needed of the sources against copying everything, for whom, and what nobody would miss. */
export function LedgerScreen() {
  const ledger = useQuery(ledgerQuery());
  const [isPricing, setIsPricing] = useState(false);
  const hasTables = (ledger.data?.lists.tables.count ?? 0) > 0;
  return (
    <Page
      title="What we need not move"
      actions={
        hasTables && (
          <>
            <a href={LEDGER_FILE} download="ledger.json" className={buttonStyle({ variant: 'ghost' })}>
              <Download className="size-3.5 shrink-0" strokeWidth={1.9} aria-hidden="true" />
              JSON
            </a>
            {ledger.data?.prices.canEdit && (
              <Button icon={Coins} onClick={() => setIsPricing(true)}>
                Prices
              </Button>
            )}
          </>
        )
      }
      className="bg-canvas"
    >
      {ledger.isPending && (
        <div className={COLUMN}>
          <LoadingPanel label="Adding up what is needed" rows={2} />
          <LoadingPanel rows={8} />
        </div>
      )}
      {ledger.isError && (
        <ProblemState
          size="page"
          title="The ledger could not be read"
          detail={ledger.error.message}
          onRetry={() => void ledger.refetch()}
          isRetrying={ledger.isFetching}
        />
      )}
      {ledger.data && !hasTables && (
        <EmptyState icon={PackageOpen} title="No source is listed yet" actions={<StartActions />}>
          A workspace file lists the tables of its sources with their rows and bytes; what is needed is held against
          them.
        </EmptyState>
      )}
      {ledger.data && hasTables && <LedgerBody page={ledger.data} />}
      {ledger.data && isPricing && <PricesDialog page={ledger.data} onClose={() => setIsPricing(false)} />}
    </Page>
  );
}

function LedgerBody({ page }: { page: LedgerPage }) {
  const vocabulary = useVocabulary();
  const { openNewModel } = useShellDialogs();
  const words = useMemo(() => ledgerWords([page.names], vocabulary), [page.names, vocabulary]);
  const useCases = page.lists.useCases.count;
  return (
    <div className={COLUMN}>
      <Headline page={page} words={words} />
      {useCases === 0 && (
        <EmptyState
          size="panel"
          icon={Send}
          title="Nothing was sent upstream yet"
          actions={
            <>
              <Button onClick={openNewModel}>New model</Button>
              <ButtonLink href="/catalog?role=consumer" variant="ghost">
                Find a use case
              </ButtonLink>
            </>
          }
        >
          Once a use case is sent upstream, what it needs of every table is counted here.
        </EmptyState>
      )}
      <TablesPanel page={page} />
      {useCases > 0 && (
        <>
          <DecayPanel page={page} />
          <UseCasesPanel page={page} />
        </>
      )}
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <UnusedPanel page={page} />
        <OrphansPanel page={page} />
      </div>
      {useCases > 1 && <SharedWorkPanel words={words} />}
      <GroupsPanel page={page} />
      <EstimatesPanel page={page} />
    </div>
  );
}
