import { ArrowDown, ArrowUp, Sigma } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import type { ProductPageModel } from '@/lib/api/product-page';

export function MetricsPanel({ metrics }: { metrics: ProductPageModel['metrics'] }) {
  return (
    <Panel title="Metrics" note={metrics.length} isBare>
      <ul>
        {metrics.map((metric) => (
          <li key={metric.id} id={metric.key} className="flex items-start gap-3 border-t px-4 py-2.5">
            <Sigma className="mt-0.5 size-[15px] shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
            <div className="min-w-0 flex-1">
              <p className="font-medium text-base">{metric.label}</p>
              <p className="text-pretty text-fg-2 text-sm">{metric.sentence}</p>
            </div>
            {metric.unit && <Badge>{metric.unit}</Badge>}
            {metric.direction === 'up' && <Badge icon={ArrowUp}>up is good</Badge>}
            {metric.direction === 'down' && <Badge icon={ArrowDown}>down is good</Badge>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
