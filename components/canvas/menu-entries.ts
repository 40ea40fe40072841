import { Link, MessageSquarePlus, Trash2 } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import type { RecordId } from '@/lib/model/records';
import type { CanvasVerbs } from './canvas-verbs';

/** Nothing for whoever may only look. */
export function editable(verbs: CanvasVerbs, entries: MenuEntry[]): MenuEntry[] {
  return verbs.editor.canEdit ? entries : [];
}

export function linkEntry(verbs: CanvasVerbs, id: RecordId): MenuEntry {
  return { kind: 'item', key: 'link', label: 'Copy link', icon: Link, onSelect: () => verbs.copyLink(id) };
}

/** `noun` in the plural, for several. */
export function deleteEntry(verbs: CanvasVerbs, ids: readonly RecordId[], noun: string): MenuEntry {
  const label = ids.length > 1 ? `Delete ${ids.length} ${noun}` : 'Delete';
  const onSelect = () => verbs.remove(ids);
  return { kind: 'item', key: 'delete', label, icon: Trash2, keys: 'Delete', isDanger: true, onSelect };
}

export function commentEntry(verbs: CanvasVerbs, id: RecordId): MenuEntry {
  const onSelect = () => verbs.comment(id);
  return { kind: 'item', key: 'comment', label: 'Comment', icon: MessageSquarePlus, keys: 'c', onSelect };
}

/** Whoever may only look can still say something of it. */
export function withComment(verbs: CanvasVerbs, id: RecordId, entries: MenuEntry[]): MenuEntry[] {
  const linked = withLink(verbs, id, entries);
  const at = linked.findIndex(({ key }) => key === 'link');
  return [...linked.slice(0, at), commentEntry(verbs, id), ...linked.slice(at)];
}

/** Whoever may only look can still pass on where to look. */
export function withLink(verbs: CanvasVerbs, id: RecordId, entries: MenuEntry[]): MenuEntry[] {
  if (!verbs.editor.canEdit) return [linkEntry(verbs, id)];
  const last = entries.findLastIndex(({ kind }) => kind === 'line');
  return [...entries.slice(0, last), linkEntry(verbs, id), ...entries.slice(last)];
}
