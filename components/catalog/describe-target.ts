import type { Vocabulary } from '@/lib/model/vocabulary';

/** `order.purchased_at` for engineers, `order › purchased at` for everybody else. */
export function describeTarget(target: string, vocabulary: Vocabulary): string {
  if (vocabulary === 'field') return target;
  return target
    .split('.')
    .map((part) => part.replaceAll('_', ' '))
    .join(' › ');
}
