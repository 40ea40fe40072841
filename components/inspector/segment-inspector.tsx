'use client';

import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { ExpressionField } from '@/components/expression/expression-field';
import { Said } from '@/components/shell/said';
import { describeCondition } from '@/lib/model/condition-words';
import { parsedAt } from '@/lib/model/expressions';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { callsOver, pluralOf, timesOver } from '@/lib/model/words-for';
import { DeleteFoot } from './delete-foot';
import { InspectorHead } from './inspector-head';
import { InspectorSection } from './inspector-section';
import { UsedBy } from './used-by';

const FILTER = { in: 'filter' } as const;

type Props = { id: RecordId; productKey: string };

export function SegmentInspector({ id, productKey }: Props) {
  const segment = useRecord('segment', id);
  const entity = useLabel(segment?.entityId ?? id);
  const words = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const record = recordOf(document, 'segment', id);
        const tree = record && parsedAt(record, { in: 'filter' });
        if (!record || !tree) return record?.filter ?? '';
        const { entityId } = record;
        return describeCondition(tree, callsOver(document, entityId), timesOver(document, entityId));
      },
      [id],
    ),
  );
  if (!segment) return null;
  return (
    <>
      <InspectorHead id={id} kind={`Only some of the ${pluralOf(entity)}`} productKey={productKey} />
      <InspectorSection title="Where">
        <div className="space-y-2">
          <p className="text-sm">
            <Said>{words}</Said>
          </p>
          <ExpressionField
            label="Condition"
            record={segment}
            place={FILTER}
            text={segment.filter}
            productKey={productKey}
            placeholder="status = 'delivered'"
            words="Change which rows these are"
          />
        </div>
      </InspectorSection>
      <UsedBy id={id} productKey={productKey} />
      <DeleteFoot id={id} />
    </>
  );
}
