import { ArrowDown, ArrowUp, Gauge, KeyRound, Link2, Pencil, Plus } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { MenuPlace } from './canvas-menu';
import type { CanvasVerbs } from './canvas-verbs';
import { deleteEntry, editable, withComment } from './menu-entries';

/** What the right click offers on a field; of several that are chosen, what can be done to all of them. */
export function fieldMenu(verbs: CanvasVerbs, id: RecordId, { screen }: MenuPlace): MenuEntry[] {
  const field = recordOf(verbs.editor.get().document, 'attribute', id);
  const entity = recordOf(verbs.editor.get().document, 'entity', field?.entityId ?? null);
  if (!field || !entity) return [];
  const { selection, document } = verbs.editor.get();
  const fields = selection.filter((one) => recordOf(document, 'attribute', one) !== null);
  const ids = fields.includes(id) ? fields : [id];
  const remove = deleteEntry(verbs, ids, 'fields');
  if (ids.length > 1) return editable(verbs, [remove]);
  const isKey = entity.grain.includes(id);
  const draw = () => verbs.draw({ entityId: entity.id, attributeId: id, at: screen, dropAt: null });
  return withComment(verbs, id, [
    { kind: 'item', key: 'draw', label: 'Draw a metric…', icon: Gauge, keys: 'm', onSelect: draw },
    {
      kind: 'item',
      key: 'rename',
      label: 'Rename',
      icon: Pencil,
      keys: 'enter',
      onSelect: () => verbs.startNaming(id),
    },
    { kind: 'item', key: 'join', label: 'Join with…', icon: Link2, keys: 'j', onSelect: () => verbs.startJoining(id) },
    {
      kind: 'item',
      key: 'key',
      label: isKey ? 'No longer identifies a row' : 'Identifies a row',
      icon: KeyRound,
      onSelect: () => verbs.toggleKey(id),
    },
    { kind: 'item', key: 'add', label: 'Add a field', icon: Plus, onSelect: () => verbs.addField(entity.id) },
    {
      kind: 'item',
      key: 'up',
      label: 'Move up',
      icon: ArrowUp,
      keys: 'alt+ArrowUp',
      onSelect: () => verbs.moveField(id, -1),
    },
    {
      kind: 'item',
      key: 'down',
      label: 'Move down',
      icon: ArrowDown,
      keys: 'alt+ArrowDown',
      onSelect: () => verbs.moveField(id, 1),
    },
    { kind: 'line', key: 'line' },
    remove,
  ]);
}
