'use client';

import { useQuery } from '@tanstack/react-query';
import { House, Inbox, LibraryBig, PanelLeft, Scale, UsersRound, Waypoints } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { inboxQuery } from '@/lib/client/inbox';
import { MyProducts } from './my-products';
import { NavItem } from './nav-item';
import { PersonSwitcher } from './person-switcher';
import { SearchButton } from './search-button';
import { ThemeMenu } from './theme-menu';
import { useMyProducts } from './use-my-products';
import { useNavChoice } from './use-nav-width';
import { WorkspaceName } from './workspace-name';

/** The stream says when something changes; this is for when it cannot. */
const INBOX_EVERY_MS = 120_000;

export function SideNav() {
  const { data: inbox } = useQuery({ ...inboxQuery(), refetchInterval: INBOX_EVERY_MS });
  const waiting = inbox && inbox.counts.open + inbox.answers.length + inbox.delegated.length;
  const mine = useMyProducts();
  const { isNarrow, toggle } = useNavChoice();
  return (
    <nav
      aria-label="Workspace"
      className="flex w-[228px] shrink-0 flex-col border-r bg-bg px-2.5 py-2.5 narrow:w-14 narrow:px-2"
    >
      <WorkspaceName />
      <SearchButton />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ul className="mt-3 space-y-px">
          <NavItem href="/home" icon={House} label="Home" keys="g h" />
          <NavItem
            href="/inbox"
            icon={Inbox}
            label="Inbox"
            count={inbox && (inbox.unread || waiting)}
            countWords={inbox?.unread ? 'new' : 'open asks'}
            isNews={Boolean(inbox?.unread)}
            keys="g i"
          />
          <NavItem
            href="/catalog"
            icon={LibraryBig}
            label="Catalog"
            keys="g c"
            except={mine.offered.map((product) => `/catalog/${product.key}`)}
          />
          <NavItem href="/lineage" icon={Waypoints} label="Lineage" keys="g l" />
          <NavItem href="/ledger" icon={Scale} label="What we need not move" keys="g m" />
          <NavItem href="/teams" icon={UsersRound} label="Teams" keys="g t" />
        </ul>
        <MyProducts mine={mine} />
      </div>
      <div className="pt-3">
        <div className="mb-2 flex items-center gap-1 narrow:flex-col">
          <ThemeMenu />
          <IconButton
            icon={PanelLeft}
            label={isNarrow ? 'Widen the navigation' : 'Narrow the navigation'}
            keys="["
            tooltipSide="right"
            onClick={toggle}
            className="max-[1099px]:hidden"
          />
        </div>
        <PersonSwitcher />
      </div>
    </nav>
  );
}
