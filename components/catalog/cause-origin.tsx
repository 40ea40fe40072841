'use client';

import { useVocabulary } from '@/components/shell/use-vocabulary';
import type { Cause } from '@/lib/engine/plan';
import { describeCause } from './describe-cause';
import { useProductNames } from './use-product-names';

export function CauseOrigin({ cause }: { cause: Cause }) {
  const vocabulary = useVocabulary();
  const nameOf = useProductNames();
  if (cause.policy !== undefined) return <p className="text-fg-2 text-xs">House rule {cause.policy}</p>;
  return (
    <p className="text-fg-2 text-xs">
      <span className="font-medium text-fg">{nameOf(cause.consumer).name}</span>,{' '}
      {describeCause(cause, vocabulary).phrase}
    </p>
  );
}
