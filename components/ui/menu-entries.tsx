'use client';

import { Check, ChevronRight } from 'lucide-react';
import type { ContextMenu, DropdownMenu } from 'radix-ui';
import { cn } from './cn';
import { Keys } from './keys';
import type { MenuEntry } from './menu-entry';
import { popStyle } from './pop-style';

type Parts = typeof DropdownMenu | typeof ContextMenu;

const row =
  'flex min-h-7 select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled]:opacity-45 data-[highlighted]:bg-active data-[state=open]:bg-active';

/** Draws entries with either of the two menu primitives; they take the same parts. */
export function MenuEntries({ parts, entries }: { parts: Parts; entries: readonly MenuEntry[] }) {
  return entries.map((entry) => <Entry key={entry.key} parts={parts} entry={entry} />);
}

function Entry({ parts: Menu, entry }: { parts: Parts; entry: MenuEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Menu.Separator className="-mx-1 my-1 h-px bg-line" />;
    case 'heading':
      return <Menu.Label className="px-2 pt-1.5 pb-1 font-medium text-fg-3 text-xs">{entry.label}</Menu.Label>;
    case 'item':
      return <Item parts={Menu} entry={entry} />;
    case 'check':
      return (
        <Menu.CheckboxItem
          checked={entry.isChecked}
          onCheckedChange={entry.onChange}
          disabled={entry.isDisabled ?? false}
          onSelect={(event) => event.preventDefault()}
          className={row}
        >
          <span className="flex-1">{entry.label}</span>
          <Menu.ItemIndicator>
            <Check className="size-3.5 text-accent-text" aria-hidden="true" />
          </Menu.ItemIndicator>
        </Menu.CheckboxItem>
      );
    case 'choice':
      return <Choice parts={Menu} entry={entry} />;
    case 'sub':
      return (
        <Menu.Sub>
          <Menu.SubTrigger className={row}>
            {entry.icon && <entry.icon className="size-3.5 shrink-0 text-fg-3" strokeWidth={1.75} aria-hidden="true" />}
            <span className="flex-1">{entry.label}</span>
            <ChevronRight className="size-3.5 text-fg-3" aria-hidden="true" />
          </Menu.SubTrigger>
          <Menu.Portal>
            <Menu.SubContent
              className={cn(popStyle, 'max-h-[min(24rem,70vh)] min-w-44 max-w-80 overflow-y-auto')}
              sideOffset={2}
              alignOffset={-4}
              collisionPadding={8}
            >
              <MenuEntries parts={Menu} entries={entry.entries} />
            </Menu.SubContent>
          </Menu.Portal>
        </Menu.Sub>
      );
  }
}

function Item({ parts: Menu, entry }: { parts: Parts; entry: Extract<MenuEntry, { kind: 'item' }> }) {
  const Icon = entry.icon;
  return (
    <Menu.Item
      onSelect={entry.onSelect}
      disabled={entry.isDisabled ?? false}
      className={cn(row, entry.isDanger && 'text-bad')}
    >
      {entry.start}
      {Icon && (
        <Icon
          className={cn('size-3.5 shrink-0', !entry.isDanger && 'text-fg-3')}
          strokeWidth={1.75}
          aria-hidden="true"
        />
      )}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{entry.label}</span>
        {entry.hint && <span className="block text-fg-2 text-xs">{entry.hint}</span>}
      </span>
      {entry.keys && <Keys keys={entry.keys} className="ml-4" />}
    </Menu.Item>
  );
}

function Choice({ parts: Menu, entry }: { parts: Parts; entry: Extract<MenuEntry, { kind: 'choice' }> }) {
  return (
    <Menu.RadioGroup value={entry.value} onValueChange={entry.onChange} aria-label={entry.label}>
      {entry.options.map((option) => (
        <Menu.RadioItem key={option.value} value={option.value} className={row}>
          {option.start}
          <span className="min-w-0 flex-1">
            <span className="block truncate">{option.label}</span>
            {option.hint && <span className="block truncate text-fg-2 text-xs">{option.hint}</span>}
          </span>
          <Menu.ItemIndicator>
            <Check className="size-3.5 text-accent-text" aria-hidden="true" />
          </Menu.ItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
