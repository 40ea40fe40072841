'use client';

import { Dialog } from '@/components/ui/dialog';
import { Keys } from '@/components/ui/keys';
import { type KeyHelp, usePageCommands } from './page-commands';

const EVERYWHERE: readonly KeyHelp[] = [
  { keys: 'mod+k', label: 'Search and commands' },
  { keys: 'g h', label: 'Go home' },
  { keys: 'g i', label: 'Go to the inbox' },
  { keys: 'g c', label: 'Go to the catalog' },
  { keys: 'g l', label: 'Go to lineage' },
  { keys: 'g m', label: 'Go to what we need not move' },
  { keys: 'g t', label: 'Go to the teams' },
  { keys: '[', label: 'Narrow or widen the navigation' },
  { keys: '?', label: 'This list' },
];

export function KeysDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const { help } = usePageCommands();
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keys" size={help ? 'lg' : 'sm'} isBare>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else to stop at */}
      <section aria-label="Keys" tabIndex={0} className="max-h-[calc(76vh-4rem)] overflow-y-auto p-4">
        <div className="flex flex-wrap gap-x-8 gap-y-5">
          {help && <KeyList title={help.title} keys={help.keys} />}
          <KeyList title="Everywhere" keys={EVERYWHERE} />
        </div>
      </section>
    </Dialog>
  );
}

function KeyList({ title, keys }: { title: string; keys: readonly KeyHelp[] }) {
  return (
    <section aria-label={title} className="min-w-60 flex-1">
      <h3 className="mb-1 font-medium text-fg-3 text-xs">{title}</h3>
      <dl>
        {keys.map((help) => (
          <div key={help.keys} className="flex min-h-7 items-center justify-between gap-4 text-sm">
            <dt>{help.label}</dt>
            <dd>
              <Keys keys={help.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
