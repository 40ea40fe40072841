import type { PageCommands } from '@/components/shell/page-commands';

export const lineageKeys: PageCommands = {
  help: {
    title: 'Lineage',
    keys: [
      { keys: 'Tab', label: 'Next product' },
      { keys: 'enter', label: 'Choose it and light its path' },
      { keys: 'o', label: 'Open the chosen product' },
      { keys: 'escape', label: 'Choose nothing' },
      { keys: 'f', label: 'Fit the board' },
    ],
  },
};
