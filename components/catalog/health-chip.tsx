import { Chip } from '@/components/ui/chip';
import type { ProductSummary } from '@/lib/api/products';

const LOOK = {
  ok: { tone: 'ok', words: 'Keeps what is asked' },
  attention: { tone: 'warn', words: 'Asked for more' },
  none: { tone: 'neutral', words: 'Nobody asks' },
} as const;

/** Whether a product gives what is asked of it. */
export function HealthChip({ health }: { health: ProductSummary['health'] }) {
  const { tone, words } = LOOK[health];
  return <Chip tone={tone} label={words} state={words} isStateSaid={false} />;
}
