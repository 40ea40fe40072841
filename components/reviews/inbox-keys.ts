import type { PageCommands } from '@/components/shell/page-commands';

export const inboxKeys: PageCommands = {
  help: {
    title: 'Inbox',
    keys: [
      { keys: 'j', label: 'Next ask' },
      { keys: 'k', label: 'Previous ask' },
      { keys: 'ArrowDown', label: 'Next line of the ask' },
      { keys: 'ArrowUp', label: 'Previous line of the ask' },
      { keys: 'x', label: 'Select the line' },
      { keys: 'a', label: 'Accept the selected lines, or the whole ask' },
      { keys: 'd', label: 'Decline the selected lines, or the whole ask' },
      { keys: 'e', label: 'Open or close the why of the line' },
    ],
  },
};
