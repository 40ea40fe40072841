import { Chip } from '@/components/ui/chip';
import type { ProductSummary } from '@/lib/api/products';

const LOOK = {
  ok: { tone: 'ok', words: 'Nothing open' },
  short: { tone: 'warn', words: 'Not kept yet' },
  attention: { tone: 'warn', words: 'Asked for more' },
  none: { tone: 'neutral', words: 'Nobody asks' },
} as const;

type Props = {
  product: Pick<ProductSummary, 'health' | 'alignment'>;
  /** All of it is answered, and yet less is given than was agreed. Left out where only the answers are known. */
  isShort?: boolean;
};

/** What is open between a product and who asks it. A consumer asks and is not asked: there is nothing to say of it. */
export function HealthChip({ product: { alignment, health }, isShort = false }: Props) {
  if (alignment === 'consumer' && health === 'none') return null;
  const { tone, words } = LOOK[health === 'ok' && isShort ? 'short' : health];
  return <Chip tone={tone} label={words} state={words} isStateSaid={false} />;
}
