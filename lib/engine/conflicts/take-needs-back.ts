import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { Cause } from '../plan';
import type { OwnFacts, Proposal } from './conflict-facts';

/** The consumer no longer states what caused this. None where nothing stated did. */
export function takeNeedsBack({ demand }: OwnFacts, causes: readonly Cause[]): Proposal[] {
  const { key, model } = demand.consumer;
  const stated = new Set(causes.flatMap(({ expectation }) => expectation ?? []));
  const remove = indexModel(model).byKind.expectation.flatMap(({ id }) =>
    stated.has(nameOfRecord(model, id)) ? [id] : [],
  );
  if (remove.length === 0) return [];
  return [
    {
      words: 'Take the need back.',
      change: { schedules: [], records: [{ product: key, put: [], remove }] },
      loses: [...stated],
    },
  ];
}
