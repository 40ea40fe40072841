import { fingerprintMetric } from '../fingerprint-metric';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';
import type { ModelSurroundings } from '../surroundings';

/** Two teams that both say "revenue" should mean one thing, or say two words. About other products, so a warning. */
export function definitionsAgree(document: ModelDocument, { productKey, findMetrics }: ModelSurroundings): Issue[] {
  return indexModel(document).byKind.metric.flatMap(({ id, name }) => {
    const others = findMetrics(name).filter((other) => other.product !== productKey);
    if (others.length === 0) return [];
    const own = fingerprintMetric(document, id);
    return others
      .filter((other) => other.fingerprint !== own)
      .map(({ product, ownerKey }): Issue => {
        return { code: 'definition-conflict', severity: 'warning', at: id, name, product, ownerKey };
      });
  });
}
