'use client';

import { Copy, EyeOff, Pin, Trash2 } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { useLabel } from '@/components/editor/use-record';
import { Button } from '@/components/ui/button';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { ArrangeMany } from './arrange-many';
import { DivideTwo } from './divide-two';
import { InspectorSection } from './inspector-section';
import { RecordButton } from './record-button';
import { SetMany } from './set-many';

const SHOWN = 12;

/** Several things at once: what they are, and what can be done to all of them. */
export function ManyInspector({ ids }: { ids: readonly RecordId[] }) {
  const verbs = useCanvasVerbs();
  const { document } = verbs.editor.get();
  const hasCards = ids.some((id) => ['entity', 'metric'].includes(recordAt(document, id)?.kind ?? ''));
  return (
    <>
      <header className="px-4 pt-3.5 pb-3">
        <p className="text-fg-3 text-xs">Selected</p>
        <h2 className="font-semibold text-xl tracking-[-0.02em]">{ids.length} things</h2>
      </header>
      {verbs.editor.canEdit && (
        <div className="flex flex-wrap gap-2 border-t px-4 py-3">
          <Button icon={Copy} onClick={() => verbs.duplicate(ids)}>
            Duplicate
          </Button>
          {hasCards && (
            <>
              <Button icon={Pin} onClick={() => verbs.togglePinned(ids)}>
                Pin
              </Button>
              <Button icon={EyeOff} onClick={() => verbs.hide(ids)}>
                Hide
              </Button>
            </>
          )}
          <Button variant="ghost" icon={Trash2} onClick={() => verbs.remove(ids)}>
            Delete
          </Button>
        </div>
      )}
      {verbs.editor.canEdit && (
        <>
          <DivideTwo ids={ids} />
          <SetMany ids={ids} />
          {hasCards && (
            <InspectorSection title="Put in line">
              <ArrangeMany ids={ids} />
            </InspectorSection>
          )}
        </>
      )}
      <InspectorSection title="They are">
        {ids.slice(0, SHOWN).map((id) => (
          <Row key={id} id={id} />
        ))}
        {ids.length > SHOWN && <p className="mt-1 text-fg-3 text-xs">and {ids.length - SHOWN} more</p>}
      </InspectorSection>
    </>
  );
}

function Row({ id }: { id: RecordId }) {
  return <RecordButton id={id}>{useLabel(id)}</RecordButton>;
}
