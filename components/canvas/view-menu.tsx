'use client';

import { useReactFlow, useStoreApi } from '@xyflow/react';
import { Bookmark, BookmarkPlus, BookmarkX, Eye, Layers } from 'lucide-react';
import { useState } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { MenuEntry } from '@/components/ui/menu-entry';
import type { NamedView } from '@/lib/model/layout';
import type { Box } from './box';
import { useCanvasVerbs } from './canvas-verbs-context';
import type { CanvasView } from './canvas-view';
import { useCanvasViewValue } from './canvas-view-context';
import { DETAILS } from './detail';
import { KeepViewDialog } from './keep-view-dialog';
import { sightBox } from './sight-box';

const selectViews = (state: EditorState) => state.layout.views;
const selectHidden = (state: EditorState) => state.layout.hidden;
const selectDetail = (view: CanvasView) => view.detail;
const selectIsMinimapShown = (view: CanvasView) => view.isMinimapShown;

/** How much is drawn, what is hidden, and the views that were kept. */
export function ViewMenu({ onShow }: { onShow: (box: Box) => void }) {
  const { editor, view, unhide } = useCanvasVerbs();
  const store = useStoreApi();
  const flow = useReactFlow();
  const views = useEditorValue(selectViews);
  const hidden = useEditorValue(selectHidden);
  const detail = useCanvasViewValue(selectDetail);
  const isMinimapShown = useCanvasViewValue(selectIsMinimapShown);
  const [isNaming, setNaming] = useState(false);

  const open = ({ name, box, hidden: away }: NamedView) => {
    const isSame = away.length === hidden.length && away.every((id) => hidden.includes(id));
    if (!isSame) editor.arrange(`Open the view ${name}`, { hidden: away });
    onShow(box);
  };
  const keep = (name: string) => {
    const { width, height } = store.getState();
    const kept = { name, box: sightBox(flow.getViewport(), { width, height }), hidden: [...hidden] };
    editor.arrange(`Keep the view ${name}`, { views: [...views.filter((one) => one.name !== name), kept] });
  };
  const entries: MenuEntry[] = [
    {
      kind: 'choice',
      key: 'detail',
      label: 'How much of each card',
      value: detail,
      options: [...DETAILS],
      onChange: (value) => {
        const chosen = DETAILS.find((option) => option.value === value);
        if (chosen) view.patch({ detail: chosen.value });
      },
    },
    { kind: 'line', key: 'first' },
    {
      kind: 'check',
      key: 'minimap',
      label: 'Minimap',
      isChecked: isMinimapShown,
      onChange: (on) => view.patch({ isMinimapShown: on }),
    },
    ...(hidden.length > 0 && editor.canEdit ? [showAll(hidden.length, () => unhide())] : []),
    { kind: 'line', key: 'second' },
    { kind: 'heading', key: 'views', label: views.length === 0 ? 'No views kept yet' : 'Views' },
    ...views.map(
      (one): MenuEntry => ({
        kind: 'item',
        key: `view ${one.name}`,
        label: one.name,
        icon: Bookmark,
        onSelect: () => open(one),
      }),
    ),
    ...(editor.canEdit ? keeping() : []),
  ];

  function keeping(): MenuEntry[] {
    const forget: MenuEntry = {
      kind: 'sub',
      key: 'forget',
      label: 'Forget a view',
      icon: BookmarkX,
      entries: views.map(({ name }) => ({
        kind: 'item',
        key: name,
        label: name,
        onSelect: () => editor.arrange(`Forget the view ${name}`, { views: views.filter((one) => one.name !== name) }),
      })),
    };
    return [
      {
        kind: 'item',
        key: 'keep',
        label: 'Keep this view…',
        icon: BookmarkPlus,
        onSelect: () => setNaming(true),
      },
      ...(views.length > 0 ? [forget] : []),
    ];
  }

  return (
    <>
      <DropdownMenu
        side="top"
        entries={entries}
        trigger={<IconButton icon={Layers} label={hidden.length > 0 ? `View, ${hidden.length} hidden` : 'View'} />}
      />
      <KeepViewDialog isOpen={isNaming} onOpenChange={setNaming} onKeep={keep} taken={views.map(({ name }) => name)} />
    </>
  );
}

function showAll(count: number, onSelect: () => void): MenuEntry {
  return { kind: 'item', key: 'all', label: `Show all (${count} hidden)`, icon: Eye, keys: 'shift+h', onSelect };
}
