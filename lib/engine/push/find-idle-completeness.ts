import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { ConsumerPlan } from '../plan';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Filled-in values of an entity are those of its fields that are used. Where nothing but its key is, which is never
 * missing anyway, what was stated asks nearly nothing, and hardly what was meant: it is planned as it stands, and said.
 */
export function findIdleCompleteness({ consumer, demand }: ConsumerDemand): ConsumerPlan['issues'] {
  return indexModel(consumer.model).byKind.expectation.flatMap(({ id, onId, rule, origin }) => {
    const entity = recordOf(consumer.model, 'entity', onId);
    const isMeant = origin === 'stated' && rule.rule === 'completeness' && rule.of === 'values';
    const needed = entity && isMeant ? demand.entities.get(`${consumer.key}.${entity.name}`) : undefined;
    if (!needed || [...needed.attributes.keys()].some((name) => !needed.entity?.grain.includes(name))) return [];
    const at = nameOfRecord(consumer.model, id);
    const words = `“${at}” asks for values of ${labelOfRecord(consumer.model, onId)} that are filled in, but nothing of it is used except its key. Say which field is meant.`;
    return [{ code: 'only-key-used', at, severity: 'warning' as const, words }];
  });
}
