import { Building2 } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';
import type { Preview } from '@/lib/api/preview';
import { planByTeam } from './plan-lines';
import { PlanProductSection } from './plan-product-section';

/** The whole plan, team by team: exactly what will be sent, no more and no less. */
export function PlanList({ comparison }: { comparison: Preview['comparison'] }) {
  const teams = planByTeam(comparison);
  if (teams.length === 0)
    return (
      <EmptyState title="This asks nothing of anyone yet" size="panel">
        Draw a metric: what it needs is what is asked.
      </EmptyState>
    );
  return (
    <div className="space-y-4">
      {teams.map(({ team, products }) => (
        <section key={team?.key ?? ''} aria-label={team?.name ?? 'Nobody'}>
          <h3 className="mb-1 flex items-center gap-1.5 font-semibold text-sm">
            <Building2 className="size-3.5 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
            {team?.name ?? 'Nobody owns these products'}
          </h3>
          <div className="rounded-lg border bg-surface px-3">
            {products.map((product) => (
              <PlanProductSection key={product.key} product={product} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
