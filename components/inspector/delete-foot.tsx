import { Trash2 } from 'lucide-react';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { Button } from '@/components/ui/button';
import type { RecordId } from '@/lib/model/records';

/** Where what is chosen is deleted, for whoever may. */
export function DeleteFoot({ id }: { id: RecordId }) {
  const { editor, remove } = useCanvasVerbs();
  if (!editor.canEdit) return null;
  return (
    <div className="flex border-t px-4 py-3">
      <Button variant="ghost" icon={Trash2} onClick={() => remove([id])} className="ml-auto">
        Delete
      </Button>
    </div>
  );
}
