'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleDashed, CloudCheck, CloudOff, LoaderCircle, type LucideIcon, Users } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { describeSaving, type Saving } from '@/components/editor/saving';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { meQuery } from '@/lib/client/me';

const MARK: Record<Saving['state'], { icon: LucideIcon; tone: string }> = {
  saved: { icon: CloudCheck, tone: 'text-fg-3' },
  unsaved: { icon: CircleDashed, tone: 'text-fg-3' },
  saving: { icon: LoaderCircle, tone: 'text-fg-3' },
  offline: { icon: CloudOff, tone: 'text-warn' },
  refused: { icon: CircleAlert, tone: 'text-bad' },
  conflict: { icon: Users, tone: 'text-warn' },
};
const selectSaving = (state: EditorState) => state.saving;

/** How the work stands with the server, right beside the title. */
export function SavingMark({ onDecide }: { onDecide: () => void }) {
  const { data: me } = useQuery(meQuery());
  const saving = useEditorValue(selectSaving);
  const { icon: Icon, tone } = MARK[saving.state];
  const words = describeSaving(saving, {
    locale: me?.workspace.locale ?? 'en',
    timeZone: me?.workspace.timezone ?? 'UTC',
  });
  if (saving.state === 'conflict')
    return (
      <Button size="sm" icon={Users} onClick={onDecide} className="ml-1 text-warn">
        {words}
      </Button>
    );
  return (
    <span
      role="status"
      className={cn('ml-1.5 inline-flex shrink-0 items-center gap-1.5 text-xs tabular-nums', tone)}
      title={saving.state === 'refused' ? saving.words : undefined}
    >
      <Icon
        className={cn('size-3.5', saving.state === 'saving' && 'animate-spin')}
        strokeWidth={1.75}
        aria-hidden="true"
      />
      {words}
      {saving.state === 'refused' && <span>: {saving.words}</span>}
    </span>
  );
}
