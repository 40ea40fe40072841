import { compareText } from '@/lib/base/compare-text';
import type { Cause } from '../plan';

/**
 * Each once, by consumer, then those that the strictest value comes from, then those of a metric before those of the whole
 * model, then by name and path.
 */
export function uniqueCauses(causes: readonly Cause[], strictest: readonly Cause[] = []): Cause[] {
  const byText = new Map(causes.map((cause) => [textOf(cause), cause]));
  const first = new Set(strictest.map((cause) => byText.get(textOf(cause))));
  const name = (cause: Cause) => cause.metric ?? cause.expectation ?? cause.policy ?? contractOf(cause);
  return [...byText.values()].sort(
    (a, b) =>
      compareText(a.consumer, b.consumer) ||
      Number(first.has(b)) - Number(first.has(a)) ||
      Number(a.metric === null) - Number(b.metric === null) ||
      compareText(name(a), name(b)) ||
      compareText(a.path.join(' '), b.path.join(' ')),
  );
}

function contractOf({ contract }: Cause): string {
  return contract ? `${contract.consumer} ${contract.product}` : '';
}

function textOf({ consumer, metric, expectation, policy, contract, generated, path }: Cause): string {
  return JSON.stringify([consumer, metric, expectation, policy, contract, generated, path]);
}
