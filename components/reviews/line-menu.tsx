'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import type { AskPageLine } from '@/lib/api/asks';
import type { AskAction } from '@/lib/reviews/ask-action';
import { ACTIONS_IN_ORDER, askWords, labelOf } from './ask-words';

type Props = { line: AskPageLine; onAct: (action: AskAction) => void };

/** What can be done with this one line: exactly what the table of states says. */
export function LineMenu({ line, onAct }: Props) {
  const actions = ACTIONS_IN_ORDER.filter((action) => line.actions.includes(action));
  if (actions.length === 0) return null;
  return (
    <DropdownMenu
      align="end"
      trigger={<IconButton icon={Ellipsis} label={`Decide on: ${line.words}`} size="sm" />}
      entries={actions.map((action) => ({
        kind: 'item' as const,
        key: action,
        label: labelOf(action, line.state),
        icon: askWords[action].icon,
        isDanger: action === 'decline',
        onSelect: () => onAct(action),
      }))}
    />
  );
}
