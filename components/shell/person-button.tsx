'use client';

import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { Person } from '@/lib/api/person';
import { NavTip } from './nav-tip';
import { PersonFace } from './person-face';

/** Opens the list of people. Takes a menu trigger's props, so the tooltip and the menu share one button. */
export function PersonButton({ person, ...rest }: { person: Person } & ComponentProps<'button'>) {
  return (
    <NavTip label={`Demo · acting as ${person.name}, ${person.title}`}>
      <button
        type="button"
        className="flex w-full items-center gap-2.5 rounded-md px-1.5 py-1 transition-colors duration-120 hover:bg-hover data-[state=open]:bg-hover narrow:justify-center narrow:px-0"
        {...rest}
      >
        <span className="sr-only">Act as somebody else. Now: </span>
        <PersonFace person={person} />
        <ChevronsUpDown className="size-3.5 shrink-0 text-fg-3 narrow:hidden" aria-hidden="true" />
      </button>
    </NavTip>
  );
}
