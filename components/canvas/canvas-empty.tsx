import { Shapes } from 'lucide-react';
import { EmptyState } from '@/components/ui/empty-state';

/** A board somebody else has not drawn on, or one that is filled from beside it. */
export function CanvasEmpty({ canEdit }: { canEdit: boolean }) {
  return (
    <div className="pointer-events-none absolute inset-0 z-10">
      <EmptyState icon={Shapes} title="Nothing is drawn yet">
        {canEdit
          ? 'What you take in appears here. You can also double-click to draw.'
          : 'Whoever owns this model has not drawn anything.'}
      </EmptyState>
    </div>
  );
}
