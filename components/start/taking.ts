import { aggregationsFor } from '@/components/canvas/aggregation-words';
import type { Proposal } from '@/lib/api/proposals';
import type { OfferedEntity } from '@/lib/model/edits/offered-entity';
import type { Aggregation, AttributeRole } from '@/lib/model/records';

/** What would be taken in for a proposal: an entity, or a number made from it. */
export type Taking = { offered: OfferedEntity; attribute: string | null; number: TakenNumber | null };
type TakenNumber = {
  /** What the person calls it. */
  words: string;
  aggregation: Aggregation;
  /** Name of the date it is shown by; null where the entity has none. */
  time: string | null;
};

const SAID: readonly [RegExp, Aggregation][] = [
  [/\b(average|avg|mean)\b/i, 'average'],
  [/\bmedian\b/i, 'median'],
  [/\b(highest|largest|most|maximum|max|latest)\b/i, 'max'],
  [/\b(lowest|smallest|least|minimum|min|earliest|first)\b/i, 'min'],
  [/\b(sum|total)\b/i, 'sum'],
];

/** How a proposal would be taken in at first: numbers as the words say, shown by the first date there is. */
export function firstTaking({ from, for: words, hit }: Proposal, offered: OfferedEntity): Taking {
  const attribute = hit.kind === 'attribute' ? hit.name : null;
  if (from !== 'number') return { offered, attribute, number: null };
  const choices = takenAggregations(hit.role);
  const said = SAID.find(([pattern]) => pattern.test(words))?.[1];
  const aggregation = said && choices.includes(said) ? said : (choices[0] ?? 'count');
  return { offered, attribute, number: { words, aggregation, time: datesOf(offered)[0]?.name ?? null } };
}

/** What makes sense for the field a proposal names; without one rows are counted, and of a flag those it is true of. */
export function takenAggregations(role: AttributeRole | null): readonly Aggregation[] {
  if (role === 'flag') return ['count'];
  return aggregationsFor(role === null ? null : { role });
}

export function datesOf({ attributes }: OfferedEntity) {
  return attributes.filter(({ type }) => type === 'date' || type === 'timestamp');
}
