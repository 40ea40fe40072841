'use client';

import { useQuery } from '@tanstack/react-query';
import { Compass } from 'lucide-react';
import { useOpenEditor } from '@/components/editor/use-open-editor';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemState } from '@/components/ui/problem-state';
import { ApiProblem } from '@/lib/client/api-problem';
import { meQuery } from '@/lib/client/me';
import { OpenStudio } from './open-studio';
import { StudioLoading } from './studio-loading';
import { useNarrowNav } from './use-narrow-nav';

const CRUMBS = [{ label: 'Studio' }];

/** The studio of one product's model. It opens once it is known who draws. */
export function Studio({ productKey }: { productKey: string }) {
  useNarrowNav();
  const { data: me, error, refetch, isFetching } = useQuery(meQuery());
  if (me) return <Opening key={`${productKey} ${me.person.key}`} productKey={productKey} person={me.person.key} />;
  return (
    <Page crumbs={CRUMBS} title={productKey}>
      {error ? (
        <ProblemState
          title="It could not be found out who you are"
          detail={error.message}
          onRetry={() => void refetch()}
          isRetrying={isFetching}
          size="page"
        />
      ) : (
        <StudioLoading />
      )}
    </Page>
  );
}

function Opening({ productKey, person }: { productKey: string; person: string }) {
  const opened = useOpenEditor(productKey, person);
  switch (opened.state) {
    case 'loading':
      return (
        <Page crumbs={CRUMBS} title="…">
          <StudioLoading />
        </Page>
      );
    case 'problem':
      return (
        <Page crumbs={CRUMBS} title={productKey}>
          {opened.error instanceof ApiProblem && opened.error.code === 'not-found' ? (
            <EmptyState
              icon={Compass}
              title="There is no such model"
              actions={<ButtonLink href="/catalog">Open the catalog</ButtonLink>}
            >
              Nothing here is called “{productKey}”. It may have been renamed or taken away.
            </EmptyState>
          ) : (
            <ProblemState
              title="The model could not be opened"
              detail={opened.error.message}
              onRetry={opened.retry}
              size="page"
            />
          )}
        </Page>
      );
    case 'open':
      return <OpenStudio productKey={productKey} opened={opened} />;
  }
}
