'use client';

import { ListTree, PanelLeftClose, PanelLeftOpen, Telescope } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { PanelEdge } from '@/components/ui/panel-edge';
import { Segmented } from '@/components/ui/segmented';
import { useMedia } from '@/components/ui/use-media';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { RecordId } from '@/lib/model/records';
import { OutlinePanel } from './outline-panel';
import { usePanelWidth } from './use-panel-width';
import { useRemembered } from './use-remembered';
import { WhatExistsPanel } from './what-exists-panel';

type Props = { productKey: string; onBring: (ref: string) => void; onShow: (id: RecordId) => void };

const VIEWS = ['exists', 'outline'] as const;
const OPEN = ['open', 'closed'] as const;
const OPTIONS = [
  { value: 'exists', label: 'What exists', icon: Telescope },
  { value: 'outline', label: 'Outline', icon: ListTree },
] as const;

/** What can be drawn with, and what is drawn. On a narrow screen it lies over the canvas and is put away at first. */
export function LeftPanel({ productKey, onBring, onShow }: Props) {
  const isNarrow = useMedia('(width < 1280px)');
  const [view, setView] = useRemembered('left', VIEWS, 'exists');
  const [wide, setWide] = useRemembered('left-wide', OPEN, 'open');
  const [narrow, setNarrow] = useRemembered('left-narrow', OPEN, 'closed');
  const isOpen = (isNarrow ? narrow : wide) === 'open';
  const panel = usePanelWidth('left', { usual: 264, min: 252, max: 400 });
  const setOpen = isNarrow ? setNarrow : setWide;
  useShortcut('mod+\\', () => setOpen(isOpen ? 'closed' : 'open'));

  if (!isOpen)
    return (
      <div className="flex w-11 shrink-0 flex-col items-center gap-1 border-r bg-bg py-2">
        <IconButton icon={PanelLeftOpen} label="Open the panel" tooltipSide="right" onClick={() => setOpen('open')} />
        {OPTIONS.map(({ value, label, icon }) => (
          <IconButton
            key={value}
            icon={icon}
            label={label}
            tooltipSide="right"
            onClick={() => {
              setView(value);
              setOpen('open');
            }}
          />
        ))}
      </div>
    );
  return (
    <>
      {isNarrow && <div className="w-11 shrink-0 border-r bg-bg" />}
      <aside
        aria-label={view === 'exists' ? 'What exists' : 'Outline'}
        style={{ width: panel.width }}
        className={cn(
          'flex max-w-[36vw] shrink-0 flex-col border-r bg-bg',
          isNarrow ? 'absolute inset-y-0 left-0 z-30 shadow-pop' : 'relative',
        )}
      >
        <PanelEdge label="Width of the panel" side="right" {...panel} />
        <div className="flex items-center gap-1.5 px-3 py-2">
          <Segmented
            label="Panel"
            value={view}
            onChange={setView}
            options={OPTIONS}
            className="min-w-0 flex-1 whitespace-nowrap [&>button]:flex-1 [&>button]:px-1.5"
          />
          <IconButton icon={PanelLeftClose} label="Put the panel away" onClick={() => setOpen('closed')} />
        </div>
        <div className="min-h-0 flex-1">
          {view === 'exists' ? (
            <WhatExistsPanel productKey={productKey} onBring={onBring} />
          ) : (
            <OutlinePanel onShow={onShow} />
          )}
        </div>
      </aside>
    </>
  );
}
