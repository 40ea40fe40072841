'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Download, FileUp, Keyboard } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { Skeleton } from '@/components/ui/skeleton';
import { meQuery } from '@/lib/client/me';
import { WORKSPACE_FILE_ADDRESS } from '@/lib/client/workspace-file';
import { Mark } from './mark';
import { useShellDialogs } from './shell-dialogs';

export function WorkspaceName() {
  const { data: me } = useQuery(meQuery());
  const { openKeys, openImport } = useShellDialogs();
  const name = me?.workspace.name;
  return (
    <DropdownMenu
      className="w-60"
      trigger={
        <button
          type="button"
          className="flex h-8 items-center gap-2.5 rounded-md px-1.5 transition-colors duration-120 hover:bg-hover data-[state=open]:bg-hover narrow:justify-center narrow:px-0"
        >
          <Mark className="size-5 shrink-0" />
          {name ? (
            <span className="truncate font-semibold text-base tracking-[-0.015em] narrow:sr-only">{name}</span>
          ) : (
            <Skeleton className="w-24 narrow:hidden" />
          )}
          <span className="sr-only">Workspace menu</span>
          <ChevronDown className="ml-auto size-3.5 shrink-0 text-fg-3 narrow:hidden" aria-hidden="true" />
        </button>
      }
      entries={[
        {
          kind: 'item',
          key: 'file',
          label: 'Download the workspace file',
          icon: Download,
          onSelect: () => window.location.assign(WORKSPACE_FILE_ADDRESS),
        },
        { kind: 'item', key: 'import', label: 'Import a workspace file…', icon: FileUp, onSelect: openImport },
        { kind: 'line', key: 'line' },
        { kind: 'item', key: 'keys', label: 'Keys', icon: Keyboard, keys: '?', onSelect: openKeys },
      ]}
    />
  );
}
