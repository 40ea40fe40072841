'use client';

import { Calendar, Hash, KeyRound, ShieldAlert, Tag, ToggleLeft, Type } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Mono } from '@/components/ui/mono';
import { Tooltip } from '@/components/ui/tooltip';
import type { ProductPageModel } from '@/lib/api/product-page';
import { NeededBy } from './needed-by';

const ROLE_ICON = {
  identifier: KeyRound,
  category: Tag,
  time: Calendar,
  number: Hash,
  text: Type,
  flag: ToggleLeft,
} as const;

type Props = {
  attribute: ProductPageModel['entities'][number]['attributes'][number];
  isKey: boolean;
  isPhysical: boolean;
  isNamed: boolean;
  /** Consumers ask and are not asked: nothing marks who needs their fields. */
  isAskedFor: boolean;
};

export function ModelAttribute({ attribute, isKey, isPhysical, isNamed, isAskedFor }: Props) {
  const Icon = isKey ? KeyRound : ROLE_ICON[attribute.role];
  const isIdle = isAskedFor && attribute.neededBy.length === 0;
  return (
    <li
      className={cn('flex min-h-[30px] items-center gap-2 px-4 py-0.5 pl-[38px] text-sm', isNamed && 'bg-accent-soft')}
    >
      <Icon
        className={cn('size-3.5 shrink-0', isKey ? 'text-key' : 'text-fg-3')}
        strokeWidth={1.85}
        role="img"
        aria-label={isKey ? 'Key' : attribute.role}
      />
      <span className={cn('shrink-0', isIdle ? 'text-fg-2' : 'text-fg', isKey && 'font-medium')}>
        {attribute.label}
      </span>
      {attribute.classification === 'personal' && (
        <Tooltip label="Personal data">
          <button type="button" aria-label="Personal data" className="text-bad">
            <ShieldAlert className="size-3.5" strokeWidth={1.85} aria-hidden="true" />
          </button>
        </Tooltip>
      )}
      {isPhysical ? (
        <Mono className="min-w-0 truncate text-xs">{attribute.physical ?? 'not yet found'}</Mono>
      ) : (
        <span className="min-w-0 truncate text-fg-2 text-xs">{attribute.description}</span>
      )}
      <span className="ml-auto flex shrink-0 items-center gap-3 pl-2">
        <Mono className="text-2xs">
          {attribute.type}
          {attribute.unit && ` ${attribute.unit}`}
        </Mono>
        {isAskedFor && <NeededBy consumers={attribute.neededBy} />}
      </span>
    </li>
  );
}
