'use client';

import type { NodeProps } from '@xyflow/react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ComponentProps, memo, useCallback, useDeferredValue, useMemo } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { isSameList } from '@/components/editor/is-same-list';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import { Swatch } from '@/components/ui/swatch';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import type { CanvasNode } from './canvas-nodes';
import type { CanvasView } from './canvas-view';
import { useCanvasView, useCanvasViewValue } from './canvas-view-context';
import { CardFoot } from './card-foot';
import { CardFrame } from './card-frame';
import { CardTitle } from './card-title';
import { ChangeMark } from './change-mark';
import { useCoverage, useCoverages } from './coverage-context';
import { CoverageMark } from './coverage-mark';
import { drawnFieldIds } from './detail';
import { rowsOf } from './entity-row-list';
import { FarCard } from './far-card';
import { FieldRow } from './field-row';
import { isSameCard } from './is-same-card';
import { hueOf, useOrigin } from './origins-context';
import { dropLook, rowLooks } from './row-looks';
import { useDistance } from './use-distance';

const selectDetail = (view: CanvasView) => view.detail;

export const EntityCard = memo(function EntityCard({ id }: Pick<NodeProps<CanvasNode>, 'id'>) {
  const entity = useRecord('entity', id);
  const title = useLabel(id);
  const origin = useOrigin(entity);
  const coverage = useCoverage(id);
  const distance = useDistance();
  const look = useCanvasViewValue(useCallback((view: CanvasView) => dropLook(view.fieldDrag, id), [id]));
  const hue = hueOf(origin?.alignment ?? null);
  if (!entity) return null;
  if (distance !== 'near') return <FarEntity id={id} title={title} hue={hue} distance={distance} />;
  return (
    <CardFrame
      id={id}
      className="rounded-lg border-line-2/70 shadow-card hover:shadow-lift"
      whenSelected="border-accent shadow-lift ring-3 ring-accent-soft"
    >
      <header
        data-state={look ?? undefined}
        className="flex h-[41px] cursor-grab items-center gap-2 rounded-t-[9px] border-b bg-surface-2 px-3 active:cursor-grabbing data-[state=over]:bg-accent-soft data-[state=valid]:bg-accent-soft data-[state=refused]:opacity-45 data-[state=over]:shadow-[inset_0_0_0_1.5px_var(--accent)] data-[state=refused-over]:shadow-[inset_0_0_0_1.5px_var(--bad)]"
      >
        <Swatch color={hue} />
        <CardTitle id={id} title={title} label="Name of the entity" />
        <ChangeMark id={id} />
        <span className={cn('ml-auto max-w-24 shrink-0 truncate pl-1 text-2xs', origin ? 'text-fg-3' : 'text-warn')}>
          {origin ? origin.name : 'not yet found'}
        </span>
        <CoverageMark coverage={coverage} />
      </header>
      <Rows id={id} grain={entity.grain} />
      <CardFoot id={id} />
    </CardFrame>
  );
}, isSameCard);

const selectNothing = () => NO_NAMES;
const NO_NAMES: readonly string[] = [];

function FarEntity(props: Omit<ComponentProps<typeof FarCard>, 'keys'>) {
  const { id, distance } = props;
  const detail = useCanvasViewValue(selectDetail);
  const selectKeys = useCallback(
    ({ document }: EditorState) =>
      (recordOf(document, 'entity', id)?.grain ?? []).map((fieldId) => labelOfRecord(document, fieldId)),
    [id],
  );
  const hasKeys = distance === 'far' && detail !== 'names';
  const keys = useEditorValue(hasKeys ? selectKeys : selectNothing, isSameList);
  return <FarCard {...props} keys={keys} />;
}

const NOTHING: readonly RecordId[] = [];

function Rows({ id, grain }: { id: RecordId; grain: readonly RecordId[] }) {
  const view = useCanvasView();
  const detail = useCanvasViewValue(selectDetail);
  const fieldIds = useEditorValue(
    useCallback((state: EditorState) => drawnFieldIds(state.document, id, detail), [id, detail]),
    isSameList,
  );
  const isUnfolded = useCanvasViewValue(useCallback((now: CanvasView) => now.unfolded.has(id), [id]));
  const { fieldIds: shown, fold } = useMemo(() => rowsOf(fieldIds, isUnfolded), [fieldIds, isUnfolded]);
  const isThere = useDeferredValue(true, false);
  if (fieldIds.length === 0 && (detail === 'names' || detail === 'keys')) return null;
  if (fieldIds.length === 0) return <p className="px-3 py-1.5 text-fg-3 text-xs">No fields yet.</p>;
  const toggle = () => {
    const unfolded = new Set(view.get().unfolded);
    if (!unfolded.delete(id)) unfolded.add(id);
    view.patch({ unfolded });
  };
  return (
    <ul aria-label="Fields">
      {isThere && <FieldRows ids={shown} grain={grain} />}
      {isThere && fold && (
        <li className="nodrag h-[27px]">
          <button
            type="button"
            onClick={toggle}
            className="flex h-full w-full items-center gap-2 px-3 text-fg-3 text-xs hover:bg-hover hover:text-fg"
          >
            {fold.hidden > 0 ? <ChevronDown className="size-3" /> : <ChevronUp className="size-3" />}
            {fold.hidden > 0 ? `${fold.hidden} more` : 'Show fewer'}
          </button>
        </li>
      )}
    </ul>
  );
}

function FieldRows({ ids, grain }: { ids: readonly RecordId[]; grain: readonly RecordId[] }) {
  const fields = useEditorValue(
    useCallback(({ document }: EditorState) => ids.flatMap((id) => recordOf(document, 'attribute', id) ?? []), [ids]),
    isSameList,
  );
  const selected = useEditorValue(
    useCallback(
      ({ selection }: EditorState) => (selection.length === 0 ? NOTHING : ids.filter((id) => selection.includes(id))),
      [ids],
    ),
    isSameList,
  );
  const looks = useCanvasViewValue(
    useCallback((view: CanvasView) => rowLooks(view, ids), [ids]),
    isSameList,
  );
  const coverages = useCoverages(ids);
  return fields.map((field, row) => (
    <FieldRow
      key={field.id}
      field={field}
      isKey={grain.includes(field.id)}
      isSelected={selected.includes(field.id)}
      look={looks[row] ?? null}
      coverage={coverages[row] ?? null}
    />
  ));
}
