import { KeyRound } from 'lucide-react';
import type { AttributeRole } from '@/lib/model/records';
import { ROLE_ICONS, ROLE_WORDS } from './field-icon';

const ROLES: readonly AttributeRole[] = ['identifier', 'category', 'time', 'number', 'text', 'flag'];

/** The icons of rows, once in the page: a card of a dozen rows then brings a dozen elements along instead of a hundred. */
export function FieldIconDefs() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      <defs>
        <KeyRound id={iconId('key')} size={24} strokeWidth={2} />
        {ROLES.map((role) => {
          const Icon = ROLE_ICONS[role];
          return <Icon key={role} id={iconId(role)} size={24} strokeWidth={2} />;
        })}
      </defs>
    </svg>
  );
}

const iconId = (name: AttributeRole | 'key') => `field-icon-${name}`;

/** What a row's field is good for, drawn from the icons above. */
export function RowIcon({ role, isKey }: { role: AttributeRole; isKey: boolean }) {
  return (
    <>
      <svg
        viewBox="0 0 24 24"
        className={isKey ? 'size-3 shrink-0 text-key' : 'size-3 shrink-0 text-fg-3'}
        aria-hidden="true"
      >
        <use href={`#${iconId(isKey ? 'key' : role)}`} />
      </svg>
      <span className="sr-only">{isKey ? 'Identifies a row,' : `${ROLE_WORDS[role]},`}</span>
    </>
  );
}
