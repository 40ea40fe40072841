import { Copy, Crosshair, Eye, EyeOff, Focus, Gauge, Pencil, Pin, Plus } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { areaEntries } from './area-menu';
import { cardsOf } from './canvas-cards';
import type { MenuPlace, ViewVerbs } from './canvas-menu';
import type { CanvasVerbs } from './canvas-verbs';
import { commentEntry, deleteEntry, editable, linkEntry } from './menu-entries';
import { drawFromEntries } from './metric-menu';
import { neighbourhoodOf } from './neighbourhood';

/** What the right click offers on a card; of several that are chosen, what can be done to all of them. */
export function cardMenu(verbs: CanvasVerbs, view: ViewVerbs, id: RecordId, { screen }: MenuPlace): MenuEntry[] {
  const { document, layout, selection } = verbs.editor.get();
  const record = recordAt(document, id);
  if (!record) return [];
  const ids = selection.includes(id) ? selection : [id];
  const isPinned = ids.every((one) => layout.pinned.includes(one));
  const isOne = ids.length === 1;
  const it = isOne ? 'it' : 'them';
  const rename = () => verbs.startNaming(id);
  const count: MenuEntry[] =
    record.kind === 'entity' && isOne
      ? [
          { kind: 'item', key: 'add', label: 'Add a field', icon: Plus, onSelect: () => verbs.addField(id) },
          {
            kind: 'item',
            key: 'count',
            label: 'Draw a metric…',
            icon: Gauge,
            keys: 'm',
            onSelect: () => verbs.draw({ entityId: id, attributeId: null, at: screen, dropAt: null }),
          },
        ]
      : [];
  return [
    ...editable(verbs, [
      ...(isOne
        ? [{ kind: 'item', key: 'rename', label: 'Rename', icon: Pencil, keys: 'enter', onSelect: rename } as const]
        : []),
      ...count,
      ...(isOne ? drawFromEntries(verbs, id) : []),
      {
        kind: 'item',
        key: 'duplicate',
        label: isOne ? 'Duplicate' : `Duplicate ${ids.length} things`,
        icon: Copy,
        keys: 'mod+d',
        onSelect: () => verbs.duplicate(ids),
      },
      {
        kind: 'item',
        key: 'pin',
        label: isPinned ? `Let Tidy move ${it}` : `Pin: Tidy leaves ${it}`,
        icon: Pin,
        onSelect: () => verbs.togglePinned(ids),
      },
      ...areaEntries(verbs, id, ids),
    ]),
    {
      kind: 'item',
      key: 'show',
      label: `Zoom to ${it}`,
      icon: Crosshair,
      keys: 'shift+2',
      onSelect: view.showSelection,
    },
    ...(isOne ? [commentEntry(verbs, id), linkEntry(verbs, id)] : []),
    ...editable(verbs, sightEntries(verbs, ids)),
    ...editable(verbs, [{ kind: 'line', key: 'line' }, deleteEntry(verbs, ids, 'things')]),
  ];
}

/** What is drawn at all: the model stays as it is. */
function sightEntries(verbs: CanvasVerbs, ids: readonly RecordId[]): MenuEntry[] {
  const { document, layout } = verbs.editor.get();
  const around = neighbourhoodOf(document, cardsOf(document), ids);
  const related = layout.hidden.filter((id) => around.has(id));
  return [
    { kind: 'item', key: 'hide', label: 'Hide', icon: EyeOff, keys: 'h', onSelect: () => verbs.hide(ids) },
    {
      kind: 'item',
      key: 'only',
      label: 'Hide everything else',
      icon: Focus,
      hint: `what belongs to ${ids.length === 1 ? 'it' : 'them'} stays`,
      onSelect: () => verbs.showOnly(ids),
    },
    ...addRelated(verbs, related),
  ];
}

function addRelated(verbs: CanvasVerbs, related: readonly RecordId[]): MenuEntry[] {
  if (related.length === 0) return [];
  const label = `Add related (${related.length} hidden)`;
  return [{ kind: 'item', key: 'related', label, icon: Eye, onSelect: () => verbs.unhide(related) }];
}
