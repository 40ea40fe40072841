'use client';

import { memo, useCallback, useDeferredValue } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId, RecordKind } from '@/lib/model/records';
import { DriverInspector } from './driver-inspector';
import { EntityInspector } from './entity-inspector';
import { ExpectationInspector } from './expectation-inspector';
import { FieldInspector } from './field-inspector';
import { ManyInspector } from './many-inspector';
import { MetricInspector } from './metric-inspector';
import { ModelInspector } from './model-inspector';
import { RelationshipInspector } from './relationship-inspector';
import { SegmentInspector } from './segment-inspector';

const selectSelection = (state: EditorState) => state.selection;

/** What is selected, in plain words; with nothing selected, the model itself. It follows the canvas when that is drawn. */
export function Inspector({ productKey }: { productKey: string }) {
  const selection = useDeferredValue(useEditorValue(selectSelection, isSameList<RecordId>));
  return <Inspected selection={selection} productKey={productKey} />;
}

type Props = { selection: readonly RecordId[]; productKey: string };

/** Not drawn anew for a selection that it is still to follow. */
const Inspected = memo(function Inspected({ selection, productKey }: Props) {
  const [id, second] = selection;
  const kind = useEditorValue(
    useCallback(({ document }: EditorState): RecordKind | null => recordAt(document, id ?? null)?.kind ?? null, [id]),
  );
  if (id === undefined || kind === null) return <ModelInspector productKey={productKey} />;
  if (second !== undefined) return <ManyInspector key={id} ids={selection} />;
  switch (kind) {
    case 'entity':
      return <EntityInspector id={id} productKey={productKey} />;
    case 'attribute':
      return <FieldInspector key={id} id={id} productKey={productKey} />;
    case 'relationship':
      return <RelationshipInspector key={id} id={id} productKey={productKey} />;
    case 'metric':
      return <MetricInspector key={id} id={id} productKey={productKey} />;
    case 'segment':
      return <SegmentInspector key={id} id={id} productKey={productKey} />;
    case 'expectation':
      return <ExpectationInspector key={id} id={id} productKey={productKey} />;
    case 'driver':
      return <DriverInspector key={id} id={id} />;
    case 'measure':
      return <ModelInspector productKey={productKey} />;
  }
});
