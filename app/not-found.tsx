import { Compass } from 'lucide-react';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';

export default function NotFoundPage() {
  return (
    <Page title="Not found">
      <EmptyState
        icon={Compass}
        title="There is nothing at this address"
        actions={
          <>
            <ButtonLink href="/catalog" variant="primary">
              Open the catalog
            </ButtonLink>
            <ButtonLink href="/lineage">See the lineage</ButtonLink>
          </>
        }
      >
        It may have been renamed or removed. Search finds things by name.
      </EmptyState>
    </Page>
  );
}
