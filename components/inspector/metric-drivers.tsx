'use client';

import { GitBranch, Split } from 'lucide-react';
import { useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { Select } from '@/components/ui/select';
import { describeDriverRefusal } from '@/lib/model/describe-driver-refusal';
import { driverRefusal } from '@/lib/model/driver-refusal';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { DriverRecord, MetricRecord } from '@/lib/model/records';
import { cutBy } from './cut-by';
import { cutsFor } from './cuts-for';
import { drive } from './drive';
import { driverWords } from './driver-words';
import { InspectorSection } from './inspector-section';
import { RecordButton } from './record-button';

const selectDocument = (state: EditorState) => state.document;

/** What moves a metric and what it moves, as people believe; what its formula says is said there. */
export function MetricDrivers({ metric }: { metric: MetricRecord }) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const drivers = useEditorValue(
    useCallback(
      (state: EditorState) =>
        indexModel(state.document).byKind.driver.filter(
          ({ fromId, toId }) => fromId === metric.id || toId === metric.id,
        ),
      [metric.id],
    ),
    isSameList<DriverRecord>,
  );
  const others = indexModel(document).byKind.metric.filter(({ id }) => id !== metric.id);
  const drivable = others.map(({ id }) => {
    const ends = { fromId: metric.id, toId: id };
    const refusal = driverRefusal(document, ends);
    const label = labelOfRecord(document, id);
    return refusal === null
      ? { value: id, label }
      : { value: id, label, isDisabled: true, hint: describeDriverRefusal(document, ends, refusal) };
  });
  const cut = new Set(drivers.flatMap(({ fromId, byId }) => (fromId === metric.id ? (byId ?? []) : [])));
  const cuts = cutsFor(document, metric).slices.filter(({ value }) => !cut.has(value));
  if (drivers.length === 0 && !editor.canEdit) return null;
  return (
    <InspectorSection title="In the metric tree">
      {drivers.length === 0 ? (
        <p className="text-fg-3 text-sm">Nothing beyond what formulas say.</p>
      ) : (
        <ul>
          {drivers.map((one) => (
            <li key={one.id}>
              <RecordButton id={one.id} icon={one.driver === 'segment' ? Split : GitBranch}>
                {driverWords(document, one)}
              </RecordButton>
            </li>
          ))}
        </ul>
      )}
      {editor.canEdit && (
        <div className="mt-1.5 flex flex-wrap gap-1.5">
          {drivable.length > 0 && (
            <Select
              label="It drives"
              value={null}
              placeholder="It drives…"
              onChange={(toId) => drive(editor, metric.id, toId)}
              options={drivable}
              className="w-auto"
            />
          )}
          {cuts.length > 0 && (
            <Select
              label="Cut it by"
              value={null}
              placeholder="Cut it by…"
              onChange={(byId) => cutBy(editor, metric.id, byId)}
              options={cuts}
              className="w-auto"
            />
          )}
        </div>
      )}
    </InspectorSection>
  );
}
