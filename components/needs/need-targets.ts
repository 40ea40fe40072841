import { offeredTargets } from '@/lib/model/fitting-targets';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';

export type NeedTarget = { value: string; label: string };

/** What of a model a need of a rule may be about, the usual first; `model` stands for all of it. */
export function needTargets(document: ModelDocument, rule: ExpectationRule['rule']): NeedTarget[] {
  const { entity, relationship, metric } = indexModel(document).byKind;
  const call = (id: string) => labelOfRecord(document, id);
  return offeredTargets(rule).flatMap((kind): NeedTarget[] => {
    switch (kind) {
      case 'model':
        return [{ value: 'model', label: 'All of it' }];
      case 'entity':
        return entity.map(({ id }) => ({ value: id, label: call(id) }));
      case 'metric':
        return metric.map(({ id }) => ({ value: id, label: call(id) }));
      case 'attribute':
        return entity.flatMap((one) =>
          attributesIn(document, one.id).map(({ id }) => ({ value: id, label: `${call(one.id)} › ${call(id)}` })),
        );
      case 'relationship':
        return relationship.map(({ id, from, to, role, label }) => ({
          value: id,
          label: `${call(from.entityId)} and its ${label ?? role ?? call(to.entityId)}`,
        }));
      default:
        return [];
    }
  });
}
