import { Chip } from '@/components/ui/chip';
import type { ProductSummary } from '@/lib/api/products';

const LOOK = {
  ok: { tone: 'ok', words: 'Keeps what is asked' },
  attention: { tone: 'warn', words: 'Asked for more' },
  none: { tone: 'neutral', words: 'Nobody asks' },
} as const;

/** Whether a product gives what is asked of it. A consumer asks and is not asked: there is nothing to say of it. */
export function HealthChip({ product }: { product: Pick<ProductSummary, 'health' | 'alignment'> }) {
  if (product.alignment === 'consumer' && product.health === 'none') return null;
  const { tone, words } = LOOK[product.health];
  return <Chip tone={tone} label={words} state={words} isStateSaid={false} />;
}
