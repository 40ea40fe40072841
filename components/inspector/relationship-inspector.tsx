'use client';

import { RefreshCw, Trash2, X } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { RecordId, RelationshipRecord } from '@/lib/model/records';
import { InspectorHead } from './inspector-head';
import { InspectorSection } from './inspector-section';
import { NeedsOn } from './needs-on';
import { RelationshipFields } from './relationship-fields';
import { useSetFields } from './use-set-fields';

const NEEDS = ['reference', 'holds'] as const;

type Props = { id: RecordId; productKey: string };

export function RelationshipInspector({ id, productKey }: Props) {
  const line = useRecord('relationship', id);
  if (!line) return null;
  return <Line line={line} productKey={productKey} />;
}

function Line({ line, productKey }: { line: RelationshipRecord; productKey: string }) {
  const verbs = useCanvasVerbs();
  const from = useLabel(line.from.entityId);
  const to = useLabel(line.to.entityId);
  const { canEdit } = verbs.editor;
  return (
    <>
      <InspectorHead id={line.id} kind={`Between ${from} and ${to}`} productKey={productKey} />
      <InspectorSection title="How they belong together">
        <RelationshipFields id={line.id} />
      </InspectorSection>
      <InspectorSection title="Matched by">
        <ul className="space-y-1">
          {line.from.attributeIds.map((fromId, pair) => (
            <Pair
              key={fromId}
              line={line}
              fromId={fromId}
              toId={line.to.attributeIds[pair] ?? null}
              canEdit={canEdit}
            />
          ))}
        </ul>
        {canEdit && <p className="mt-2 text-fg-3 text-xs">Drag another field onto its counterpart to match on both.</p>}
      </InspectorSection>
      <NeedsOn id={line.id} rules={NEEDS} />
      {canEdit && (
        <div className="flex gap-2 border-t px-4 py-3">
          <Button icon={RefreshCw} onClick={() => verbs.turnLine(line.id)}>
            Turn round
          </Button>
          <Button variant="ghost" icon={Trash2} onClick={() => verbs.remove([line.id])} className="ml-auto">
            Delete
          </Button>
        </div>
      )}
    </>
  );
}

type PairProps = { line: RelationshipRecord; fromId: RecordId; toId: RecordId | null; canEdit: boolean };

function Pair({ line, fromId, toId, canEdit }: PairProps) {
  const set = useSetFields();
  const from = useLabel(fromId);
  const to = useLabel(toId ?? fromId);
  const isOnly = line.from.attributeIds.length < 2;
  const drop = () =>
    set('relationship', line.id, 'Match on one field less', {
      from: { ...line.from, attributeIds: line.from.attributeIds.filter((id) => id !== fromId) },
      to: { ...line.to, attributeIds: line.to.attributeIds.filter((id) => id !== toId) },
    });
  return (
    <li className="flex min-h-7 items-center gap-2 text-sm">
      <span className="min-w-0 truncate">{from}</span>
      <span className="text-fg-3">=</span>
      <span className="min-w-0 truncate">{toId === null ? 'nothing' : to}</span>
      {canEdit && !isOnly && (
        <IconButton icon={X} label={`Do not match on ${from}`} size="sm" onClick={drop} className="ml-auto" />
      )}
    </li>
  );
}
