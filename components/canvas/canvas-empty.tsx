import { Shapes, SquarePlus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** An empty board and its real starts. */
export function CanvasEmpty({ onAddEntity, canEdit }: { onAddEntity: () => void; canEdit: boolean }) {
  return (
    <div className="pointer-events-none absolute inset-0 z-10">
      <EmptyState
        icon={Shapes}
        title="Nothing is drawn yet"
        actions={
          canEdit && (
            <Button variant="primary" icon={SquarePlus} onClick={onAddEntity} className="pointer-events-auto">
              Add an entity
            </Button>
          )
        }
      >
        {canEdit
          ? 'Drag something from “What exists”, or double-click anywhere to draw what the decision is about: a customer, an order, a visit.'
          : 'Whoever owns this model has not drawn anything.'}
      </EmptyState>
    </div>
  );
}
