import { compareText } from '@/lib/base/compare-text';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import type { ConsumerPlan } from '../plan';
import type { ConsumerDemand } from './consumer-demand';
import { measuredRoots } from './measured-roots';
import { valuesOfTarget } from './values-of-target';

/**
 * Stated needs that ask nobody because nothing is read for them: of the whole model where no number and no other need uses
 * anything yet, of filled-in values behind a number that reads none, and of no more rows than so many where only some are
 * counted. They are said, because nothing else would.
 */
export function findNeedsOfNothing(consumerDemand: ConsumerDemand): ConsumerPlan['issues'] {
  const { consumer, demand } = consumerDemand;
  const { model } = consumer;
  const found = indexModel(model).byKind.expectation.flatMap((expectation) => {
    if (expectation.origin !== 'stated') return [];
    const at = nameOfRecord(model, expectation.id);
    const issue = (words: string) => [{ code: 'need-of-nothing', at, severity: 'warning' as const, words }];
    if (expectation.onId === null && demand.order.length === 0)
      return issue(`“${at}” asks nobody: no number is measured here yet, so nothing is read of anybody.`);
    if (isOfNoValue(consumerDemand, expectation))
      return issue(
        `“${at}” asks nobody: ${labelOfRecord(model, expectation.onId)} reads no value that could be missing. Say which field is meant.`,
      );
    if (isUpToSome(consumerDemand, expectation))
      return issue(
        `“${at}” asks nobody: ${labelOfRecord(model, expectation.onId)} counts only some rows, and all of them together may well be more.`,
      );
    return [];
  });
  return found.sort((a, b) => compareText(a.at, b.at));
}

function isUpToSome(consumerDemand: ConsumerDemand, { rule, onId }: ExpectationRecord): boolean {
  if (rule.rule !== 'volume' || rule.min !== undefined) return false;
  const roots = measuredRoots(consumerDemand, onId);
  return roots.length > 0 && roots.every(({ isFiltered }) => isFiltered);
}

function isOfNoValue(consumerDemand: ConsumerDemand, { rule, onId }: ExpectationRecord): boolean {
  const metric = recordOf(consumerDemand.consumer.model, 'metric', onId);
  if (!metric || rule.rule !== 'completeness' || rule.of !== 'values') return false;
  return valuesOfTarget(consumerDemand, onId).length === 0;
}
