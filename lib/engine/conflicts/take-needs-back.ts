import { compareText } from '@/lib/base/compare-text';
import { nameFew } from '@/lib/base/name-few';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';
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
      words:
        remove.length === 1
          ? 'Take the need back.'
          : `Take back all ${remove.length} needs of ${ofWhat(model, remove)}.`,
      change: { schedules: [], records: [{ product: key, put: [], remove }] },
      loses: [...stated],
    },
  ];
}

/** "Order and Revenue": what the needs speak of, each once. */
function ofWhat(model: ModelDocument, needs: readonly RecordId[]): string {
  const labels = needs.map((id) => {
    const onId = recordOf(model, 'expectation', id)?.onId ?? null;
    return onId === null ? 'the whole model' : labelOfRecord(model, onId);
  });
  return nameFew([...new Set(labels)].sort(compareText));
}
