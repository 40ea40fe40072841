'use client';

import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useRecord } from '@/components/editor/use-record';
import { ExpressionField } from '@/components/expression/expression-field';
import { Button } from '@/components/ui/button';
import { attributesIn } from '@/lib/model/model-index';
import type { MetricFormula, MetricRecord, RecordId } from '@/lib/model/records';
import { quoteName } from '@/lib/sql/quote-name';
import { NameConditionForm } from './name-condition-form';
import { setMeasureOf } from './set-measure-of';
import { ShareControl } from './share-control';

type Formula = Extract<MetricFormula, { kind: 'simple' | 'cumulative' }>;
type Props = { metric: MetricRecord; formula: Formula; productKey: string };

const EXPRESSION = { in: 'expression' } as const;
const FILTER = { in: 'filter' } as const;

/** What the sentence cannot hold: a value worked out from several fields, and a condition of this one number. */
export function MeasureDetails({ metric, formula, productKey }: Props) {
  const editor = useEditor();
  /** Whose condition was asked for here, to be written next. */
  const [narrowed, setNarrowed] = useState<RecordId | null>(null);
  const measure = useRecord('measure', formula.measureId);
  const isField = useEditorValue(
    useCallback(
      ({ document }: EditorState) =>
        measure !== null &&
        attributesIn(document, measure.entityId).some(({ name }) => quoteName(name) === measure.expression),
      [measure],
    ),
  );
  if (!measure) return null;
  const write = (field: 'expression' | 'filter') => (document: EditorState['document'], text: string) =>
    setMeasureOf(document, metric.id, { [field]: text });
  return (
    <div className="space-y-2">
      {measure.aggregation === 'percentile' && (
        <ShareControl
          label="Which percentile"
          share={measure.percentile}
          onChange={(share) => {
            if (share > 0 && share < 1)
              editor.edit('Choose a percentile', (model) => setMeasureOf(model, metric.id, { percentile: share }));
          }}
          onStart={() => editor.begin('Choose a percentile')}
          onEnd={() => editor.commit()}
          isDisabled={!editor.canEdit}
        />
      )}
      {measure.expression !== null && !isField && (
        <ExpressionField
          label="Worked out as"
          record={measure}
          place={EXPRESSION}
          text={measure.expression}
          productKey={productKey}
          placeholder="price * quantity"
          words="Change what is measured"
          write={write('expression')}
        />
      )}
      {measure.filter !== null && (
        <ExpressionField
          label="Only where"
          record={measure}
          place={FILTER}
          text={measure.filter}
          productKey={productKey}
          placeholder="status = 'delivered'"
          words="Change which rows count"
          write={write('filter')}
          takesFocus={narrowed === metric.id && measure.filter === ''}
          onRemove={() => editor.edit('Count every row', (model) => setMeasureOf(model, metric.id, { filter: null }))}
        />
      )}
      {editor.canEdit && measure.filter !== null && measure.filter.trim() !== '' && (
        <NameConditionForm measureId={measure.id} />
      )}
      {editor.canEdit && measure.filter === null && (
        <Button
          variant="ghost"
          size="sm"
          icon={Plus}
          onClick={() => {
            setNarrowed(metric.id);
            editor.edit('Count only some rows', (model) => setMeasureOf(model, metric.id, { filter: '' }));
          }}
        >
          Only some rows
        </Button>
      )}
    </div>
  );
}
