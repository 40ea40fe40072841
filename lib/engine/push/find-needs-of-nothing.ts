import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { expandMetric } from '../demand/expand-metric';
import type { ConsumerPlan } from '../plan';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Stated needs that ask nobody because nothing is read for them: of the whole model where no number and no other need uses
 * anything yet, and of filled-in values behind a number that only counts rows. They are said, because nothing else would.
 */
export function findNeedsOfNothing({ consumer, demand }: ConsumerDemand): ConsumerPlan['issues'] {
  const { model } = consumer;
  return indexModel(model).byKind.expectation.flatMap((expectation) => {
    if (expectation.origin !== 'stated') return [];
    const at = nameOfRecord(model, expectation.id);
    const issue = (words: string) => [{ code: 'need-of-nothing', at, severity: 'warning' as const, words }];
    if (expectation.onId === null && demand.order.length === 0)
      return issue(`“${at}” asks nobody: no number is measured here yet, so nothing is read of anybody.`);
    if (onlyCounts(consumer.model, expectation))
      return issue(
        `“${at}” asks nobody: ${labelOfRecord(model, expectation.onId)} counts rows and reads no value that could be missing. Say which field is meant.`,
      );
    return [];
  });
}

function onlyCounts(model: ConsumerDemand['consumer']['model'], { rule, onId }: ExpectationRecord): boolean {
  const metric = recordOf(model, 'metric', onId);
  if (!metric || rule.rule !== 'completeness' || rule.of !== 'values') return false;
  return expandMetric(model, metric).every(({ measure }) => measure.expression === null);
}
