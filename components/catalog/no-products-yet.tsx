import type { LucideIcon } from 'lucide-react';
import { StartActions } from '@/components/shell/start-actions';
import { EmptyState } from '@/components/ui/empty-state';

export function NoProductsYet({ icon }: { icon: LucideIcon }) {
  return (
    <EmptyState icon={icon} title="There are no products yet" actions={<StartActions />}>
      An administrator brings them in with a workspace file. What a decision needs can be drawn before anybody offers
      it.
    </EmptyState>
  );
}
