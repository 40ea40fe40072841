import { Badge } from '@/components/ui/badge';
import type { ProductSummary } from '@/lib/api/products';

/** Only what is not the rule: a draft or a product on its way out. Published says its version instead. */
export function StatusBadge({ status }: { status: ProductSummary['status'] }) {
  if (status === 'published') return null;
  return (
    <Badge tone={status === 'deprecated' ? 'warn' : 'neutral'}>{status === 'draft' ? 'Draft' : 'Deprecated'}</Badge>
  );
}
