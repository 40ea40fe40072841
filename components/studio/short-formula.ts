import { showFormula } from '@/components/inspector/formula-words';
import { ownMeasureOf } from '@/lib/model/base-measures';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';
import { describeMeasure } from '@/lib/model/sentence';

/** How a metric is made, in a line: "Item revenue ÷ Orders". Null while it is unfinished. */
export function shortFormula(document: ModelDocument, metric: MetricRecord): string | null {
  const { formula } = metric;
  const call = (id: RecordId | null) => (id === null ? '?' : labelOfRecord(document, id));
  switch (formula.kind) {
    case 'simple':
    case 'cumulative': {
      const measure = ownMeasureOf(document, metric);
      if (measure === null) return null;
      const label = labelOfRecord(document, measure.id);
      // Said again under a metric of the same name it would tell nothing.
      return label === labelOfRecord(document, metric.id) ? describeMeasure(document, measure) : label;
    }
    case 'ratio':
      return `${call(formula.numeratorId)} ÷ ${call(formula.denominatorId)}`;
    case 'change':
      return `change of ${call(formula.metricId)}`;
    case 'derived': {
      const names = indexModel(document).byKind.metric.map(({ id, name }) => ({
        name,
        label: labelOfRecord(document, id),
      }));
      return showFormula(formula.formula, names).replaceAll('*', '×').replaceAll('/', '÷');
    }
  }
}
