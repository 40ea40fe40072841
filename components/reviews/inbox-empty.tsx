'use client';

import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useShellDialogs } from '@/components/shell/shell-dialogs';
import { useMyProducts } from '@/components/shell/use-my-products';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { meQuery } from '@/lib/client/me';

const MODELS_MAX = 3;

/** Who asks and is not asked learns where the answers come; who provides, what will land here. */
export function InboxEmpty({ hasHistory = false }: { hasHistory?: boolean }) {
  const { data: me } = useQuery(meQuery());
  const { openNewModel } = useShellDialogs();
  const { models } = useMyProducts();
  if (hasHistory) {
    return (
      <EmptyState icon={Inbox} title="Nothing waits for you">
        What you decided, and what your promises already cover, is on the left.
      </EmptyState>
    );
  }
  if (me?.person.role === 'analyst') {
    return (
      <EmptyState
        icon={Inbox}
        title="Nobody asks anything of you"
        actions={
          models.length === 0 ? (
            <Button onClick={openNewModel}>New model</Button>
          ) : (
            models.slice(0, MODELS_MAX).map((model) => (
              <ButtonLink key={model.key} href={`/catalog/${model.key}`}>
                See how {model.name} stands
              </ButtonLink>
            ))
          )
        }
      >
        {models.length === 0
          ? 'Draw what a decision needs and send it upstream: what comes back to you waits here.'
          : 'What you ask of others waits in their inbox. How it stands is on your model’s page.'}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Inbox}
      title="Nobody asks anything of your teams"
      actions={
        <>
          <ButtonLink href="/lineage">See who feeds whom</ButtonLink>
          <ButtonLink href="/catalog" variant="ghost">
            Open the catalog
          </ButtonLink>
        </>
      }
    >
      When somebody sends a model upstream and needs more than your products promise, their ask lands here, with its
      reasons.
    </EmptyState>
  );
}
