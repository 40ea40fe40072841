import { Chip } from '@/components/ui/chip';
import type { ProductSummary } from '@/lib/api/products';

type Props = Pick<ProductSummary, 'health' | 'alignment'>;

const OFFERS = {
  ok: { tone: 'ok', words: 'Keeps what is asked' },
  attention: { tone: 'warn', words: 'Asked for more' },
  none: { tone: 'neutral', words: 'Nobody asks' },
} as const;
const NEEDS = {
  ok: { tone: 'ok', words: 'Gets what it needs' },
  attention: { tone: 'warn', words: 'Needs more' },
  none: { tone: 'neutral', words: 'Asks nothing yet' },
} as const;

/** Whether a product gives what is asked of it; for a consumer, whether it is given what it asks. */
export function HealthChip({ health, alignment }: Props) {
  const { tone, words } = (alignment === 'consumer' ? NEEDS : OFFERS)[health];
  return <Chip tone={tone} label={words} state={words} isStateSaid={false} />;
}
