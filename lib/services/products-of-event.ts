import type { EventFacts } from './event-facts';

/** The products an event tells of, each once, sorted: in the history of each of them it can be read. */
export function productsOfEvent({ subject }: EventFacts): string[] {
  const keys = [
    ...('product' in subject ? [subject.product] : []),
    ...('consumer' in subject && subject.consumer !== undefined ? [subject.consumer] : []),
  ];
  return [...new Set(keys)].sort();
}
