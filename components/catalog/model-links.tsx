import { ArrowRight } from 'lucide-react';
import type { ProductPageModel } from '@/lib/api/product-page';

/** "each order has one customer": what the crow's feet of the canvas say, in words. */
export function ModelLinks({ model }: { model: ProductPageModel }) {
  const labels = new Map(model.entities.map((entity) => [entity.key, entity.label]));
  return (
    <ul aria-label="Relationships" className="border-t px-4 py-2.5 text-fg-2 text-sm">
      {model.relationships.map((link) => (
        <li key={link.id} className="flex min-h-6 flex-wrap items-center gap-1.5">
          <span className="text-fg">{labels.get(link.from.entity) ?? link.from.entity}</span>
          <ArrowRight className="size-3 text-fg-3" aria-hidden="true" />
          <span className="text-fg">{labels.get(link.to.entity) ?? link.to.entity}</span>
          <span className="text-xs">
            {link.label ?? link.key}
            {link.cardinality && ` · ${link.cardinality.replaceAll('-', ' ')}`}
            {link.optional && ' · may be absent'}
          </span>
        </li>
      ))}
    </ul>
  );
}
