'use client';

import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Group,
  type LucideIcon,
} from 'lucide-react';
import { type Alignment, type Axis, alignBoxes, distributeBoxes } from '@/components/canvas/align-boxes';
import { useCanvasVerbs } from '@/components/canvas/canvas-verbs-context';
import { cardBoxes } from '@/components/canvas/card-boxes';
import { drawnCards } from '@/components/canvas/drawn-cards';
import { IconButton } from '@/components/ui/icon-button';
import type { RecordId } from '@/lib/model/records';

const ALIGNMENTS: readonly { to: Alignment; icon: LucideIcon; label: string }[] = [
  { to: 'left', icon: AlignStartVertical, label: 'Align left' },
  { to: 'centre', icon: AlignCenterVertical, label: 'Align centres' },
  { to: 'right', icon: AlignEndVertical, label: 'Align right' },
  { to: 'top', icon: AlignStartHorizontal, label: 'Align tops' },
  { to: 'middle', icon: AlignCenterHorizontal, label: 'Align middles' },
  { to: 'bottom', icon: AlignEndHorizontal, label: 'Align bottoms' },
];
const AXES: readonly { axis: Axis; icon: LucideIcon; label: string }[] = [
  { axis: 'across', icon: AlignHorizontalDistributeCenter, label: 'Space evenly across' },
  { axis: 'down', icon: AlignVerticalDistributeCenter, label: 'Space evenly down' },
];

/** Several cards put in line, evenly apart or into an area, each in one step of undo. */
export function ArrangeMany({ ids }: { ids: readonly RecordId[] }) {
  const { editor, view, areas } = useCanvasVerbs();
  const chosen = () => {
    const { document, layout } = editor.get();
    const boxes = cardBoxes(
      drawnCards(document, { hidden: layout.hidden, detail: view.get().detail }),
      layout,
      view.get().unfolded,
    );
    return new Map([...boxes].filter(([id]) => ids.includes(id)));
  };
  return (
    <div role="toolbar" aria-label="Arrange" className="flex flex-wrap gap-0.5">
      {ALIGNMENTS.map(({ to, icon, label }) => (
        <IconButton key={to} icon={icon} label={label} onClick={() => editor.move(label, alignBoxes(chosen(), to))} />
      ))}
      {AXES.map(({ axis, icon, label }) => (
        <IconButton
          key={axis}
          icon={icon}
          label={label}
          disabled={ids.length < 3}
          onClick={() => editor.move(label, distributeBoxes(chosen(), axis))}
        />
      ))}
      <IconButton icon={Group} label="Group in an area" keys="mod+g" onClick={areas.group} />
    </div>
  );
}
