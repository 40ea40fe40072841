import type { PageCommands } from '@/components/shell/page-commands';

export const catalogKeys: PageCommands = {
  help: {
    title: 'Catalog',
    keys: [
      { keys: '/', label: 'Search the catalog' },
      { keys: 'j', label: 'Next product' },
      { keys: 'k', label: 'Previous product' },
      { keys: 'enter', label: 'Open the product' },
    ],
  },
};
