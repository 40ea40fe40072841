import { Inbox } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export function InboxEmpty({ hasHistory = false }: { hasHistory?: boolean }) {
  if (hasHistory) {
    return (
      <EmptyState icon={Inbox} title="Nothing waits for you">
        What you decided, and what your promises already cover, is on the left.
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
