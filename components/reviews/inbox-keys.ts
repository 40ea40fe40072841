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
      { keys: 'a', label: 'Accept or agree: the selected lines, or the whole ask' },
      { keys: 'd', label: 'Decline the selected lines, or the whole ask' },
      { keys: 'c', label: 'Offer something else' },
      { keys: 'q', label: 'Ask a question' },
      { keys: 'l', label: 'Put off' },
      { keys: 'h', label: 'Hand over' },
      { keys: 'r', label: 'Answer, or ask again' },
      { keys: 'w', label: 'Withdraw' },
      { keys: 'b', label: 'Mark as built' },
      { keys: 's', label: 'Select the ask, to decide on several at once' },
      { keys: 'e', label: 'Open or close the why of the line' },
    ],
  },
};
