import {
  ArrowDown,
  ArrowUp,
  BoxSelect,
  Copy,
  Crosshair,
  Eye,
  EyeOff,
  Focus,
  Gauge,
  KeyRound,
  Link,
  Link2,
  MessageSquarePlus,
  Pencil,
  Pin,
  Plus,
  RefreshCw,
  Scan,
  SlidersHorizontal,
  Spline,
  SquarePlus,
  Trash2,
  WandSparkles,
} from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { recordAt, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { areaEntries, areaMenu } from './area-menu';
import type { Point } from './box';
import { cardsOf } from './canvas-cards';
import type { CanvasTarget } from './canvas-target';
import type { CanvasVerbs } from './canvas-verbs';
import { cardinalityOptions } from './cardinality-words';
import { drawFromEntries } from './metric-menu';
import { neighbourhoodOf } from './neighbourhood';

export type MenuPlace = {
  target: CanvasTarget;
  /** On the screen and on the canvas. */
  screen: Point;
  flow: Point;
};
export type ViewVerbs = { tidy: () => void; fit: () => void; showSelection: () => void; selectAll: () => void };

/** What the right click offers for the thing under it: the verbs of the toolbar and the keys, nothing of its own. */
export function canvasMenu(verbs: CanvasVerbs, view: ViewVerbs, place: MenuPlace): MenuEntry[] {
  const { target } = place;
  switch (target.kind) {
    case 'field':
      return fieldMenu(verbs, target.id, place);
    case 'card':
      return cardMenu(verbs, view, target.id, place);
    case 'line':
      return lineMenu(verbs, target.id, place);
    case 'area':
      return areaMenu(verbs, view, target.id);
    default:
      return paneMenu(verbs, view, place);
  }
}

function fieldMenu(verbs: CanvasVerbs, id: RecordId, { screen }: MenuPlace): MenuEntry[] {
  const field = recordOf(verbs.editor.get().document, 'attribute', id);
  const entity = recordOf(verbs.editor.get().document, 'entity', field?.entityId ?? null);
  if (!field || !entity) return [];
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
    {
      kind: 'item',
      key: 'delete',
      label: 'Delete',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      onSelect: () => verbs.remove([id]),
    },
  ]);
}

function cardMenu(verbs: CanvasVerbs, view: ViewVerbs, id: RecordId, { screen }: MenuPlace): MenuEntry[] {
  const { document, layout, selection } = verbs.editor.get();
  const record = recordAt(document, id);
  if (!record) return [];
  const ids = selection.includes(id) ? selection : [id];
  const isPinned = ids.every((one) => layout.pinned.includes(one));
  const count: MenuEntry[] =
    record.kind === 'entity'
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
      {
        kind: 'item',
        key: 'rename',
        label: 'Rename',
        icon: Pencil,
        keys: 'enter',
        onSelect: () => verbs.startNaming(id),
      },
      ...count,
      ...drawFromEntries(verbs, id),
      {
        kind: 'item',
        key: 'duplicate',
        label: 'Duplicate',
        icon: Copy,
        keys: 'mod+d',
        onSelect: () => verbs.duplicate(ids),
      },
      {
        kind: 'item',
        key: 'pin',
        label: isPinned ? 'Let Tidy move it' : 'Pin: Tidy leaves it',
        icon: Pin,
        onSelect: () => verbs.togglePinned(ids),
      },
      ...areaEntries(verbs, id, ids),
    ]),
    { kind: 'item', key: 'show', label: 'Zoom to it', icon: Crosshair, keys: 'shift+2', onSelect: view.showSelection },
    commentEntry(verbs, id),
    linkEntry(verbs, id),
    ...editable(verbs, sightEntries(verbs, ids)),
    ...editable(verbs, [
      { kind: 'line', key: 'line' },
      {
        kind: 'item',
        key: 'delete',
        label: ids.length > 1 ? `Delete ${ids.length} things` : 'Delete',
        icon: Trash2,
        keys: 'Delete',
        isDanger: true,
        onSelect: () => verbs.remove(ids),
      },
    ]),
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
      hint: 'what belongs to it stays',
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

function lineMenu(verbs: CanvasVerbs, id: RecordId, { screen }: MenuPlace): MenuEntry[] {
  const { document } = verbs.editor.get();
  const line = recordOf(document, 'relationship', id);
  if (!line) return [];
  const words = {
    from: labelOfRecord(document, line.from.entityId),
    to: labelOfRecord(document, line.to.entityId),
  };
  const setCardinality = (value: string) => {
    const option = cardinalityOptions(words).find((candidate) => candidate.value === value);
    if (option) verbs.setCardinality(id, option.value);
  };
  return withLink(verbs, id, [
    {
      kind: 'choice',
      key: 'cardinality',
      label: 'How many',
      value: line.cardinality ?? '',
      options: cardinalityOptions(words),
      onChange: setCardinality,
    },
    { kind: 'line', key: 'first' },
    {
      kind: 'item',
      key: 'rename',
      label: 'Change the words',
      icon: Pencil,
      keys: 'enter',
      onSelect: () => verbs.startNaming(id),
    },
    {
      kind: 'item',
      key: 'edit',
      label: 'Words, number and role…',
      icon: SlidersHorizontal,
      onSelect: () => verbs.editLine(id, screen),
    },
    { kind: 'item', key: 'turn', label: 'Turn it round', icon: RefreshCw, onSelect: () => verbs.turnLine(id) },
    ...(['from', 'to'] as const).map(
      (end): MenuEntry => ({
        kind: 'item',
        key: end,
        label: `Put the end at ${words[end]} elsewhere…`,
        icon: Spline,
        onSelect: () => verbs.startRejoining({ lineId: id, end }),
      }),
    ),
    { kind: 'line', key: 'second' },
    {
      kind: 'item',
      key: 'delete',
      label: 'Delete',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      onSelect: () => verbs.remove([id]),
    },
  ]);
}

function paneMenu(verbs: CanvasVerbs, view: ViewVerbs, { flow }: MenuPlace): MenuEntry[] {
  const hidden = verbs.editor.get().layout.hidden.length;
  return [
    ...editable(verbs, [
      {
        kind: 'item',
        key: 'entity',
        label: 'Add an entity here',
        icon: SquarePlus,
        keys: 'n',
        onSelect: () => verbs.addEntity(flow),
      },
      { kind: 'item', key: 'tidy', label: 'Tidy', icon: WandSparkles, keys: 't', onSelect: view.tidy },
      { kind: 'line', key: 'line' },
    ]),
    {
      kind: 'item',
      key: 'all',
      label: 'Select everything',
      icon: BoxSelect,
      keys: 'mod+a',
      onSelect: view.selectAll,
    },
    { kind: 'item', key: 'fit', label: 'Show everything', icon: Scan, keys: 'shift+1', onSelect: view.fit },
    ...(hidden === 0
      ? []
      : editable(verbs, [
          {
            kind: 'item',
            key: 'unhide',
            label: `Show all (${hidden} hidden)`,
            icon: Eye,
            onSelect: () => verbs.unhide(),
          },
        ])),
  ];
}

function editable(verbs: CanvasVerbs, entries: MenuEntry[]): MenuEntry[] {
  return verbs.editor.canEdit ? entries : [];
}

function linkEntry(verbs: CanvasVerbs, id: RecordId): MenuEntry {
  return { kind: 'item', key: 'link', label: 'Copy link', icon: Link, onSelect: () => verbs.copyLink(id) };
}

function commentEntry(verbs: CanvasVerbs, id: RecordId): MenuEntry {
  const onSelect = () => verbs.comment(id);
  return { kind: 'item', key: 'comment', label: 'Comment', icon: MessageSquarePlus, keys: 'c', onSelect };
}

/** Whoever may only look can still say something of it. */
function withComment(verbs: CanvasVerbs, id: RecordId, entries: MenuEntry[]): MenuEntry[] {
  const linked = withLink(verbs, id, entries);
  const at = linked.findIndex(({ key }) => key === 'link');
  return [...linked.slice(0, at), commentEntry(verbs, id), ...linked.slice(at)];
}

/** Whoever may only look can still pass on where to look. */
function withLink(verbs: CanvasVerbs, id: RecordId, entries: MenuEntry[]): MenuEntry[] {
  if (!verbs.editor.canEdit) return [linkEntry(verbs, id)];
  const last = entries.findLastIndex(({ kind }) => kind === 'line');
  return [...entries.slice(0, last), linkEntry(verbs, id), ...entries.slice(last)];
}
