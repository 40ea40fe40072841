'use client';

import { Filter, Gauge, Plus, Spline, Trash2 } from 'lucide-react';
import { useCallback } from 'react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardinalityWords } from '@/components/canvas/cardinality-words';
import { useOrigin } from '@/components/canvas/origins-context';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { setFields } from '@/lib/model/edits/set-fields';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { CoverageLine } from './coverage-line';
import { FieldList } from './field-list';
import { InspectorHead } from './inspector-head';
import { InspectorSection } from './inspector-section';
import { NeedsOn } from './needs-on';
import { OneRowPer } from './one-row-per';
import { RecordButton } from './record-button';
import { TextField } from './text-field';
import { UsedBy } from './used-by';

type Props = { id: RecordId; productKey: string };
const RULES = ['complete', 'freshness', 'volume', 'holds', 'unique', 'history'] as const;

/** It stays from entity to entity: what holds words that are being typed has the entity as its key. */
export function EntityInspector({ id, productKey }: Props) {
  const entity = useRecord('entity', id);
  const origin = useOrigin(entity);
  const verbs = useCanvasVerbs();
  const fieldIds = useIds(id, (state) => attributesIn(state.document, id).map((field) => field.id));
  const lineIds = useIds(id, (state) =>
    indexModel(state.document)
      .byKind.relationship.filter(({ from, to }) => from.entityId === id || to.entityId === id)
      .map((line) => line.id),
  );
  const segmentIds = useIds(id, (state) =>
    indexModel(state.document)
      .byKind.segment.filter((segment) => segment.entityId === id)
      .map((segment) => segment.id),
  );
  if (!entity) return null;
  return (
    <>
      <InspectorHead
        id={id}
        kind={origin ? `Entity · comes from ${origin.name}` : 'Entity · not yet found'}
        productKey={productKey}
      >
        <CoverageLine id={id} />
      </InspectorHead>
      <InspectorSection title="What it is">
        <div className="space-y-2.5">
          <OneRowPer entity={entity} />
          <TextField
            key={id}
            label="In words"
            value={entity.description}
            placeholder="What people mean by it"
            words="Describe an entity"
            write={(document, description) => setFields(document, { kind: 'entity', id, fields: { description } })}
          />
        </div>
      </InspectorSection>
      <InspectorSection
        title={`Fields · ${fieldIds.length}`}
        aside={
          verbs.editor.canEdit && (
            <IconButton icon={Plus} label="Add a field" size="sm" onClick={() => verbs.addField(id)} />
          )
        }
      >
        <FieldList fieldIds={fieldIds} keyIds={entity.grain} />
      </InspectorSection>
      {lineIds.length > 0 && (
        <InspectorSection title="Belongs together with">
          {lineIds.map((lineId) => (
            <LineLine key={lineId} id={lineId} />
          ))}
        </InspectorSection>
      )}
      {segmentIds.length > 0 && (
        <InspectorSection title="Only …">
          {segmentIds.map((segmentId) => (
            <SegmentLine key={segmentId} id={segmentId} />
          ))}
        </InspectorSection>
      )}
      <NeedsOn id={id} rules={RULES} />
      <UsedBy id={id} productKey={productKey} />
      {verbs.editor.canEdit && (
        <div className="flex gap-2 border-t px-4 py-3">
          <Button
            icon={Gauge}
            onClick={(event) => {
              const { left, top } = event.currentTarget.getBoundingClientRect();
              verbs.draw({ entityId: id, attributeId: null, at: { x: left - 380, y: top }, dropAt: null });
            }}
          >
            Draw a metric
          </Button>
          <Button variant="ghost" icon={Trash2} onClick={() => verbs.remove([id])} className="ml-auto">
            Delete
          </Button>
        </div>
      )}
    </>
  );
}

function useIds(id: RecordId, select: (state: EditorState) => RecordId[]): readonly RecordId[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is selected depends on the id alone
  return useEditorValue(useCallback(select, [id]), isSameList);
}

function LineLine({ id }: { id: RecordId }) {
  const line = useRecord('relationship', id);
  const from = useLabel(line?.from.entityId ?? id);
  const to = useLabel(line?.to.entityId ?? id);
  if (!line) return null;
  return (
    <RecordButton id={id} icon={Spline}>
      {line.cardinality === null
        ? `${from} and ${to}: not said how many`
        : cardinalityWords(line.cardinality, { from, to })}
    </RecordButton>
  );
}

function SegmentLine({ id }: { id: RecordId }) {
  const label = useLabel(id);
  return (
    <RecordButton id={id} icon={Filter}>
      <span className="block truncate">{label}</span>
    </RecordButton>
  );
}
