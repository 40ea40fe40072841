import { ChartSpline, Diff, Divide, Gauge } from 'lucide-react';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { CanvasVerbs } from './canvas-verbs';
import { DRAW_FROM_WORDS } from './draw-from-words';
import { drawnFrom } from './drawn-from';

/** What the right click on a metric offers beside what every card does: as its inspector has it. */
export function drawFromEntries({ editor, drawFrom }: CanvasVerbs, id: RecordId): MenuEntry[] {
  const { document } = editor.get();
  const metric = recordOf(document, 'metric', id);
  if (!metric) return [];
  const { divisors, hasRunningTotal } = drawnFrom(document, metric);
  const ratio: MenuEntry = {
    kind: 'sub',
    key: 'ratio',
    label: DRAW_FROM_WORDS.ratio,
    icon: Divide,
    entries: divisors.map(({ value, label }) => ({
      kind: 'item',
      key: value,
      label,
      onSelect: () => drawFrom(id, { is: 'ratio', byId: value }),
    })),
  };
  const running: MenuEntry = {
    kind: 'item',
    key: 'running',
    label: DRAW_FROM_WORDS.running,
    icon: ChartSpline,
    onSelect: () => drawFrom(id, { is: 'running' }),
  };
  return [
    {
      kind: 'sub',
      key: 'draw-from',
      label: DRAW_FROM_WORDS.title,
      icon: Gauge,
      entries: [
        ...(divisors.length > 0 ? [ratio] : []),
        {
          kind: 'item',
          key: 'change',
          label: DRAW_FROM_WORDS.change,
          icon: Diff,
          onSelect: () => drawFrom(id, { is: 'change' }),
        },
        ...(hasRunningTotal ? [running] : []),
      ],
    },
  ];
}
