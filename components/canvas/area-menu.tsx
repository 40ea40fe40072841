import {
  Crosshair,
  FoldVertical,
  Group,
  LogOut,
  Pencil,
  SquareMousePointer,
  Trash2,
  UnfoldVertical,
  Ungroup,
} from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { Swatch } from '@/components/ui/swatch';
import { AREA_COLORS } from '@/lib/model/area';
import { recordAt } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { AREA_COLOR_WORDS, areaHue } from './area-colors';
import type { ViewVerbs } from './canvas-menu';
import type { CanvasVerbs } from './canvas-verbs';

/** What the right click offers on the name of an area. */
export function areaMenu(verbs: CanvasVerbs, view: ViewVerbs, id: string): MenuEntry[] {
  const { areas, editor } = verbs;
  const area = editor.get().layout.areas[id];
  if (!area) return [];
  const { layout, document } = editor.get();
  const chosen = areas.selected();
  const ids = chosen.includes(id) ? chosen : [id];
  const areMany = ids.length > 1;
  const fold = areMany ? 'Fold each into one box' : 'Fold into one box';
  const members = ids
    .flatMap((one) => layout.areas[one]?.members ?? [])
    .filter((member) => recordAt(document, member) !== null);
  const look: MenuEntry[] = [
    {
      kind: 'item',
      key: 'show',
      label: areMany ? 'Zoom to them' : 'Zoom to it',
      icon: Crosshair,
      keys: 'shift+2',
      onSelect: view.showSelection,
    },
    {
      kind: 'item',
      key: 'select',
      label: areMany ? 'Select what is in them' : 'Select what is in it',
      icon: SquareMousePointer,
      isDisabled: area.isFolded,
      onSelect: () => editor.select(members),
    },
  ];
  if (!editor.canEdit) return look;
  return [
    ...(areMany
      ? []
      : [
          {
            kind: 'item',
            key: 'rename',
            label: 'Rename',
            icon: Pencil,
            keys: 'enter',
            onSelect: () => areas.startNaming(id),
          } as const,
        ]),
    {
      kind: 'item',
      key: 'fold',
      label: area.isFolded ? 'Unfold' : fold,
      icon: area.isFolded ? UnfoldVertical : FoldVertical,
      keys: 'b',
      onSelect: () => areas.toggleFolded(ids),
    },
    ...look,
    { kind: 'line', key: 'first' },
    {
      kind: 'choice',
      key: 'color',
      label: 'Colour',
      value: area.color,
      options: AREA_COLORS.map((color) => ({
        value: color,
        label: AREA_COLOR_WORDS[color],
        start: <Swatch color={areaHue(color)} />,
      })),
      onChange: (value) => {
        const color = AREA_COLORS.find((one) => one === value);
        if (color) areas.setColor(ids, color);
      },
    },
    { kind: 'line', key: 'second' },
    { kind: 'item', key: 'ungroup', label: 'Ungroup', icon: Ungroup, keys: 'mod+shift+g', onSelect: areas.ungroup },
    {
      kind: 'item',
      key: 'delete',
      label: areMany ? `Delete ${ids.length} frames` : 'Delete the frame',
      hint: 'what is in it stays',
      icon: Trash2,
      keys: 'Delete',
      isDanger: true,
      onSelect: () => areas.remove(ids),
    },
  ];
}

/** What a card's menu says about areas. */
export function areaEntries({ areas, editor }: CanvasVerbs, id: RecordId, ids: readonly RecordId[]): MenuEntry[] {
  const home = editor.get().layout.areas[areas.of(id) ?? ''];
  return [
    { kind: 'item', key: 'group', label: 'Group in an area', icon: Group, keys: 'mod+g', onSelect: areas.group },
    ...(home
      ? [
          {
            kind: 'item',
            key: 'out',
            label: `Take out of ${home.name}`,
            icon: LogOut,
            onSelect: () => areas.takeOut(ids),
          } as const,
        ]
      : []),
  ];
}
