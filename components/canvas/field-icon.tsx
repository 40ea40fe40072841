import { CalendarClock, Fingerprint, Hash, KeyRound, type LucideIcon, Tag, TextCursor, ToggleLeft } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { AttributeRole } from '@/lib/model/records';

export const ROLE_ICONS: Record<AttributeRole, LucideIcon> = {
  identifier: Fingerprint,
  category: Tag,
  time: CalendarClock,
  number: Hash,
  text: TextCursor,
  flag: ToggleLeft,
};

export const ROLE_WORDS: Record<AttributeRole, string> = {
  identifier: 'Identifier',
  category: 'Category',
  time: 'Time',
  number: 'Number',
  text: 'Text',
  flag: 'Yes or no',
};

/** What a field is good for; a key where it identifies a row. */
export function FieldIcon({ role, isKey, className }: { role: AttributeRole; isKey: boolean; className?: string }) {
  const Icon = isKey ? KeyRound : ROLE_ICONS[role];
  return (
    <>
      <Icon
        className={cn('size-3 shrink-0', isKey ? 'text-key' : 'text-fg-3', className)}
        strokeWidth={2}
        aria-hidden="true"
      />
      <span className="sr-only">{isKey ? 'Identifies a row,' : `${ROLE_WORDS[role]},`}</span>
    </>
  );
}
