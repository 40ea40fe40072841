'use client';

import { useQuery } from '@tanstack/react-query';
import {
  Download,
  FileUp,
  House,
  Inbox,
  Keyboard,
  LibraryBig,
  Monitor,
  Moon,
  PanelLeft,
  PencilRuler,
  Scale,
  SquarePen,
  Sun,
  UserRound,
  UsersRound,
  Waypoints,
} from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { PaletteItem } from '@/components/ui/command-palette';
import { meQuery } from '@/lib/client/me';
import { peopleQuery } from '@/lib/client/people';
import { WORKSPACE_FILE_ADDRESS } from '@/lib/client/workspace-file';
import { useShellDialogs } from './shell-dialogs';
import { useMyProducts } from './use-my-products';
import { useNavChoice } from './use-nav-width';
import { useSwitchPerson } from './use-switch-person';
import { useTheme } from './use-theme';

/** The places and verbs that every page has. */
export function useShellItems(close: () => void): { places: PaletteItem[]; commands: PaletteItem[] } {
  const router = useRouter();
  const { openKeys, openImport, openNewModel } = useShellDialogs();
  const { choice, setTheme } = useTheme();
  const { toggle } = useNavChoice();
  const mine = useMyProducts();
  const switchPerson = useSwitchPerson();
  const { data: me } = useQuery(meQuery());
  const { data: everybody } = useQuery({ ...peopleQuery(), enabled: me?.demo === true });

  const go = (href: Route) => () => {
    close();
    router.push(href);
  };
  const act = (verb: () => void) => () => {
    close();
    verb();
  };
  const themes = [
    { key: 'light', label: 'Light theme', icon: Sun },
    { key: 'dark', label: 'Dark theme', icon: Moon },
    { key: 'system', label: 'Theme of the system', icon: Monitor },
  ] as const;

  return {
    places: [
      ...mine.models.map((product) => ({
        key: `studio-${product.key}`,
        label: product.name,
        hint: 'Studio',
        icon: PencilRuler,
        keywords: ['model', 'draw', 'canvas'],
        onSelect: act(() => router.push(`/studio/${product.key}`)),
      })),
      {
        key: 'go-home',
        label: 'Home',
        icon: House,
        keys: 'g h',
        keywords: ['start', 'waiting', 'news'],
        onSelect: go('/home'),
      },
      {
        key: 'go-inbox',
        label: 'Inbox',
        icon: Inbox,
        keys: 'g i',
        keywords: ['asks', 'reviews'],
        onSelect: go('/inbox'),
      },
      {
        key: 'go-catalog',
        label: 'Catalog',
        icon: LibraryBig,
        keys: 'g c',
        keywords: ['products'],
        onSelect: go('/catalog'),
      },
      {
        key: 'go-lineage',
        label: 'Lineage',
        icon: Waypoints,
        keys: 'g l',
        keywords: ['board', 'map'],
        onSelect: go('/lineage'),
      },
      {
        key: 'go-ledger',
        label: 'What we need not move',
        icon: Scale,
        keys: 'g m',
        keywords: ['ledger', 'savings', 'cost', 'unused', 'bytes'],
        onSelect: go('/ledger'),
      },
      {
        key: 'go-teams',
        label: 'Teams',
        icon: UsersRound,
        keys: 'g t',
        keywords: ['people', 'owners'],
        onSelect: go('/teams'),
      },
    ],
    commands: [
      {
        key: 'new-model',
        label: 'New model…',
        icon: SquarePen,
        keywords: ['create', 'start', 'blank', 'template', 'decision'],
        onSelect: () => {
          close();
          openNewModel();
        },
      },
      ...themes
        .filter((theme) => theme.key !== choice)
        .map(({ key, ...theme }) => ({ key: `theme-${key}`, ...theme, onSelect: act(() => setTheme(key)) })),
      { key: 'nav', label: 'Narrow or widen the navigation', icon: PanelLeft, keys: '[', onSelect: act(toggle) },
      {
        key: 'file',
        label: 'Download the workspace file',
        icon: Download,
        keywords: ['export', 'yaml', 'backup'],
        onSelect: act(() => window.location.assign(WORKSPACE_FILE_ADDRESS)),
      },
      {
        key: 'import',
        label: 'Import a workspace file…',
        icon: FileUp,
        keywords: ['upload', 'yaml', 'json'],
        onSelect: () => {
          close();
          openImport();
        },
      },
      {
        key: 'keys',
        label: 'Keys',
        icon: Keyboard,
        keys: '?',
        keywords: ['shortcuts', 'help'],
        onSelect: act(openKeys),
      },
      ...(everybody?.people ?? [])
        .filter((person) => person.key !== me?.person.key)
        .map((person) => ({
          key: `person-${person.key}`,
          label: `Act as ${person.name}`,
          hint: person.title,
          icon: UserRound,
          keywords: ['switch person'],
          onSelect: act(() => switchPerson.mutate(person.key)),
        })),
    ],
  };
}
