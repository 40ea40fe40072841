import { compareText } from '@/lib/base/compare-text';
import { joinWords } from '@/lib/base/join-words';
import { type Cut, slicesOf, withoutSlices } from '@/lib/model/cuts';
import { indexModel } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { OwnFacts, Proposal } from './conflict-facts';

/** Where fields only cut numbers, the numbers stay without that cut. `target` is how they are told. */
export function cutWithout({ demand, names }: OwnFacts, fields: ReadonlySet<RecordId>, target: string): Proposal[] {
  const { key, model } = demand.consumer;
  const isGone = ({ attributeId }: Cut) => fields.has(attributeId);
  const cut = indexModel(model)
    .byKind.metric.filter((metric) => slicesOf(metric).some(isGone))
    .sort((a, b) => compareText(a.name, b.name));
  if (cut.length === 0) return [];
  const put = cut.map((metric) => withoutSlices(metric, isGone));
  return [
    {
      words: `Do not cut ${joinWords(cut.map((metric) => names.metric(key, metric.name)))} by ${names.target(key, target)}.`,
      change: { schedules: [], records: [{ product: key, put, remove: [] }] },
      loses: cut.map((metric) => `${metric.name} by ${target}`),
    },
  ];
}
