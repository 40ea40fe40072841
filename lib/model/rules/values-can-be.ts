import { baseMeasuresOf } from '../base-measures';
import { fitsField } from '../fits-field';
import type { Issue } from '../issue';
import { indexModel, recordOf } from '../model-index';
import { patternProblem } from '../pattern-problem';
import type { AttributeType, ExpectationRecord, ModelDocument } from '../records';

type Bound = string | number | boolean;
type Facts<I> = I extends Issue ? Omit<I, 'severity' | 'at' | 'fix'> : never;

/**
 * What is stated of values can be kept by some value: bounds, sets and patterns are of the field's own type, a lower end
 * lies below the upper one, and a pattern can be read. Nobody is asked to check what every database refuses.
 */
export function valuesCanBe(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.expectation.flatMap((expectation) =>
    findFacts(document, expectation).map((facts): Issue => ({ ...facts, severity: 'error', at: expectation.id })),
  );
}

function findFacts(document: ModelDocument, { onId, rule }: ExpectationRecord): Facts<Issue>[] {
  const type = typeOf(document, onId);
  const misfits = (values: readonly Bound[]): Facts<Issue>[] =>
    onId === null || type === null
      ? []
      : values
          .filter((value) => !fitsField(value, type))
          .map((value) => ({ code: 'value-does-not-fit', onId, value, type }));
  switch (rule.rule) {
    case 'in-set':
      return misfits(rule.values);
    case 'range': {
      const found = misfits([rule.min, rule.max].filter((bound) => bound !== undefined));
      return found.length > 0 ? found : boundsOf(rule);
    }
    case 'volume':
      return boundsOf(rule);
    case 'pattern': {
      if (onId !== null && type !== null && type !== 'string')
        return [{ code: 'pattern-of-no-text', onId, type, regex: rule.regex }];
      const problem = patternProblem(rule.regex);
      return problem === null ? [] : [{ code: 'pattern-cannot-be-read', regex: rule.regex, problem }];
    }
    default:
      return [];
  }
}

function boundsOf({ min, max }: { min?: Bound | undefined; max?: Bound | undefined }): Facts<Issue>[] {
  if (min === undefined && max === undefined) return [{ code: 'bounds-missing' }];
  if (min === undefined || max === undefined || !isAbove(min, max)) return [];
  return [{ code: 'nothing-between', min, max }];
}

/** Text counts as above only where capitals make no difference, because databases sort them differently. */
function isAbove(a: Bound, b: Bound): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a > b && a.toLowerCase() > b.toLowerCase();
  return typeof a === typeof b && a > b;
}

/** What values of a field or a metric are; null where the metric takes the first or last of something, or nothing is there. */
function typeOf(document: ModelDocument, onId: string | null): AttributeType | null {
  const attribute = recordOf(document, 'attribute', onId);
  if (attribute !== null) return attribute.type;
  const metric = recordOf(document, 'metric', onId);
  if (metric === null) return null;
  const picks = baseMeasuresOf(document, metric.id).some(
    ({ aggregation }) => aggregation === 'min' || aggregation === 'max',
  );
  return picks ? null : 'decimal';
}
