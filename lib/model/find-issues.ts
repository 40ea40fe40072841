import { compareText } from '@/lib/base/compare-text';
import type { Issue } from './issue';
import { recordAt } from './model-index';
import { nameOfRecord } from './names';
import type { ModelDocument } from './records';
import { RULES } from './rules/rules';
import type { ModelSurroundings } from './surroundings';

const KINDS = ['entity', 'attribute', 'relationship', 'segment', 'measure', 'metric', 'driver', 'expectation'];

/**
 * Everything wrong with a model, by the kind and the name of the record it stands at; what stands at the model comes
 * first. The same document in the same surroundings gives the same list.
 */
export function findIssues(document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  const found = RULES.flatMap((rule) => rule(document, surroundings));
  return found
    .map((issue) => ({ issue, rank: rankOf(document, issue), name: nameOfRecord(document, issue.at) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        compareText(a.name, b.name) ||
        compareText(a.issue.code, b.issue.code) ||
        compareText(JSON.stringify(a.issue), JSON.stringify(b.issue)),
    )
    .map(({ issue }) => issue);
}

function rankOf(document: ModelDocument, { at }: Issue): number {
  return at === null ? -1 : KINDS.indexOf(recordAt(document, at)?.kind ?? '');
}
