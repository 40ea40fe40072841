import { fingerprintMetric } from '../fingerprint-metric';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';
import type { ModelSurroundings } from '../surroundings';

/** Besides the first, so many are named, each with a formula of its own; all others are only counted. */
const ALSO_MAX = 2;

/** Two teams that both say "revenue" should mean one thing, or say two words. About other products, so a warning. */
export function definitionsAgree(document: ModelDocument, { productKey, findDefinitions }: ModelSurroundings): Issue[] {
  return indexModel(document).byKind.metric.flatMap(({ id, name }): Issue[] => {
    const definitions = findDefinitions(name);
    const own = definitions.length === 0 ? null : fingerprintMetric(document, id);
    const others = definitions
      .filter(({ fingerprint }) => fingerprint !== own)
      .map(({ metrics }) => metrics.filter(({ product }) => product !== productKey));
    const [first, ...rest] = others.flatMap(([one]) => one ?? []);
    if (!first) return [];
    const also = rest.slice(0, ALSO_MAX).map(({ product }) => product);
    const more = others.reduce((sum, { length }) => sum + length, 0) - 1 - also.length;
    return [{ code: 'definition-conflict', severity: 'warning', at: id, name, ...first, also, more }];
  });
}
