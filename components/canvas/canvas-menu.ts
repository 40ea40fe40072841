import {
  BoxSelect,
  ClipboardPaste,
  Eye,
  Pencil,
  RefreshCw,
  Scan,
  SlidersHorizontal,
  Spline,
  SquarePlus,
  WandSparkles,
} from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { areaMenu } from './area-menu';
import type { Point } from './box';
import type { CanvasTarget } from './canvas-target';
import type { CanvasVerbs } from './canvas-verbs';
import { cardMenu } from './card-menu';
import { cardinalityOptions } from './cardinality-words';
import { fieldMenu } from './field-menu';
import { deleteEntry, editable, withLink } from './menu-entries';

export type MenuPlace = {
  target: CanvasTarget;
  /** On the screen and on the canvas. */
  screen: Point;
  flow: Point;
  /** Pastes there; missing where nothing is pasted by a menu. */
  paste?: () => void;
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
    deleteEntry(verbs, [id], 'lines'),
  ]);
}

function paneMenu(verbs: CanvasVerbs, view: ViewVerbs, { flow, paste }: MenuPlace): MenuEntry[] {
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
      ...(paste
        ? [
            {
              kind: 'item',
              key: 'paste',
              label: 'Paste here',
              icon: ClipboardPaste,
              keys: 'mod+v',
              onSelect: paste,
            } as const,
          ]
        : []),
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
