'use client';

import { Command } from 'cmdk';
import { type LucideIcon, Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { Keys } from './keys';
import { useReturnFocus } from './use-return-focus';

export type PaletteItem = {
  key: string;
  label: string;
  hint?: string | undefined;
  icon?: LucideIcon | undefined;
  start?: ReactNode;
  keys?: string | undefined;
  /** Other words people type for it. */
  keywords?: string[] | undefined;
  /** Shown beside the list while the item is highlighted. */
  preview?: ReactNode;
  onSelect: () => void;
};
export type PaletteGroup = { heading: string; items: readonly PaletteItem[] };

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  label: string;
  placeholder: string;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly PaletteGroup[];
  /** False when the groups are already the answer to the query. */
  hasOwnFilter?: boolean;
  /** Under the list: what is still being looked for, or why there is nothing. */
  note?: ReactNode;
  /** The highlighted item's key; with it, its preview is shown. */
  highlighted?: string;
  onHighlight?: (key: string) => void;
};

export function CommandPalette(props: Props) {
  const { isOpen, onOpenChange, label, placeholder, query, onQueryChange, groups, hasOwnFilter = true, note } = props;
  const { highlighted, onHighlight } = props;
  const returnFocus = useReturnFocus(isOpen);
  const isChosen = useRef(false);
  const choose = () => {
    isChosen.current = true;
  };
  /** What was chosen says where one goes on; only whoever changed their mind is where they were. */
  const giveBack = (event: Event) => {
    if (isChosen.current) event.preventDefault();
    else returnFocus(event);
    isChosen.current = false;
  };
  const preview = groups.flatMap((group) => group.items).find((item) => item.key === highlighted)?.preview;
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="data-[state=open]:fade-in-0 fixed inset-0 z-40 bg-scrim duration-120 data-[state=open]:animate-in" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={giveBack}
          className="data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98 -translate-x-1/2 fixed top-[14vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-[720px] overflow-hidden rounded-xl bg-surface shadow-pop outline-none duration-120 data-[state=open]:animate-in"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          <Command
            label={label}
            shouldFilter={hasOwnFilter}
            loop
            {...(highlighted === undefined ? {} : { value: highlighted })}
            {...(onHighlight ? { onValueChange: onHighlight } : {})}
          >
            <div className="flex h-12 items-center gap-2.5 border-b px-4">
              <Search className="size-4 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />
              <Command.Input
                value={query}
                onValueChange={onQueryChange}
                placeholder={placeholder}
                className="h-full flex-1 bg-transparent text-base outline-none placeholder:text-fg-3"
              />
              <Keys keys="escape" />
            </div>
            <div className="flex">
              <Command.List className="max-h-[min(420px,56vh)] min-w-0 flex-1 scroll-py-1 overflow-y-auto p-1.5">
                <Command.Empty className="px-3 py-8 text-center text-fg-2 text-sm">
                  Nothing here is called “{query}”.
                </Command.Empty>
                {groups.map((group) => (
                  <Command.Group
                    key={group.heading}
                    heading={group.heading}
                    className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-fg-3 [&_[cmdk-group-heading]]:text-xs"
                  >
                    {group.items.map((item) => (
                      <PaletteRow key={item.key} item={item} onChoose={choose} />
                    ))}
                  </Command.Group>
                ))}
                {note && <div className="px-2.5 py-2 text-fg-3 text-xs">{note}</div>}
              </Command.List>
              {preview && (
                <section aria-label="Preview" className="w-60 shrink-0 border-l bg-surface-2 p-3 text-sm max-sm:hidden">
                  {preview}
                </section>
              )}
            </div>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteRow({ item, onChoose }: { item: PaletteItem; onChoose: () => void }) {
  const Icon = item.icon;
  return (
    <Command.Item
      value={item.key}
      keywords={[item.label, ...(item.keywords ?? [])]}
      onSelect={() => {
        onChoose();
        item.onSelect();
      }}
      className="flex min-h-8 select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm data-[selected=true]:bg-active"
    >
      {item.start}
      {Icon && <Icon className="size-[15px] shrink-0 text-fg-2" strokeWidth={1.75} aria-hidden="true" />}
      <span className="shrink-0 truncate">{item.label}</span>
      {item.hint && <span className="min-w-0 flex-1 truncate text-fg-2 text-xs">{item.hint}</span>}
      {item.keys && <Keys keys={item.keys} className="ml-auto" />}
    </Command.Item>
  );
}
