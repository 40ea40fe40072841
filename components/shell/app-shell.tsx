'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import { ShellDialogs } from './shell-dialogs';
import { SideNav } from './side-nav';
import { useIsHydrated } from './use-is-hydrated';
import { useNavChoice } from './use-nav-width';
import { useWholeText } from './use-whole-text';

/**
 * The frame around every page: navigation left, the page's own bar and main landmark right. Pages show what the service
 * answers, and a page whose turn to take over comes late would find an answer the server's copy did not have; so they
 * are drawn in the browser only.
 */
export function AppShell({ children }: { children: ReactNode }) {
  const router = useRouter();
  const { toggle } = useNavChoice();
  const isHydrated = useIsHydrated();
  useShortcut('g h', () => router.push('/home'));
  useShortcut('g i', () => router.push('/inbox'));
  useShortcut('g c', () => router.push('/catalog'));
  useShortcut('g l', () => router.push('/lineage'));
  useShortcut('g m', () => router.push('/ledger'));
  useShortcut('g t', () => router.push('/teams'));
  useShortcut('[', toggle);
  useWholeText();
  return (
    <ShellDialogs>
      <a
        href="#content"
        className="-translate-y-16 fixed top-2 left-2 z-50 rounded-md bg-surface px-3 py-1.5 font-medium text-sm focus:translate-y-0 focus:shadow-pop"
      >
        Skip to the content
      </a>
      <div className="flex h-dvh overflow-hidden">
        <SideNav />
        <div className="flex min-w-0 flex-1 flex-col">
          {isHydrated ? children : <div className="h-12 shrink-0 border-b bg-bg" />}
        </div>
      </div>
    </ShellDialogs>
  );
}
