'use client';

import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { takeFocus } from '@/components/ui/take-focus';
import { Textarea } from '@/components/ui/textarea';
import { peopleQuery } from '@/lib/client/people';
import { callName } from '@/lib/reviews/find-mentions';
import { mentionAt, whoIsMeant } from './mention-at';

type Props = {
  label: string;
  send: string;
  isBusy: boolean;
  problem: string | null;
  /** Calls back once it has been said. */
  onSend: (body: string, onSaid: () => void) => void;
  onClose: () => void;
};

const OFFERED_MAX = 6;
const LENGTH_MAX = 4_000;

/** Where something is said. After an `@` the people of the workspace are offered; arrows choose, Enter takes. */
export function CommentComposer({ label, send, isBusy, problem, onSend, onClose }: Props) {
  const { data } = useQuery(peopleQuery());
  const people = data?.people ?? [];
  const list = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState('');
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const typing = caret === null ? null : mentionAt(body, caret);
  const offered = typing === null ? [] : whoIsMeant(typing.typed, people).slice(0, OFFERED_MAX);
  const active = offered[Math.min(chosen, offered.length - 1)];
  useEffect(() => {
    if (area.current) takeFocus(area.current);
  }, []);

  const take = (person: (typeof offered)[number]) => {
    if (typing === null || caret === null) return;
    const before = `${body.slice(0, typing.at)}@${callName(person, people)} `;
    // At once: what is typed next belongs behind the name, however fast it comes.
    flushSync(() => {
      setBody(before + body.slice(caret));
      setCaret(null);
    });
    area.current?.focus();
    area.current?.setSelectionRange(before.length, before.length);
  };
  const submit = () => {
    if (body.trim() === '' || isBusy) return area.current?.focus();
    onSend(body, onClose);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return submit();
    }
    if (event.key === 'Escape') {
      event.stopPropagation();
      return active ? setCaret(null) : onClose();
    }
    if (!active) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((Math.min(chosen, offered.length - 1) + step + offered.length) % offered.length);
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      take(active);
    }
  };

  return (
    <div className="mt-2 space-y-2">
      <div className="relative">
        <Field label={label} isLabelHidden error={problem}>
          <Textarea
            ref={area}
            rows={2}
            maxLength={LENGTH_MAX}
            value={body}
            placeholder="Say something, @ calls somebody"
            aria-autocomplete="list"
            aria-controls={active ? list : undefined}
            aria-activedescendant={active ? `${list}-${active.key}` : undefined}
            onChange={(event) => {
              setBody(event.target.value);
              setCaret(event.target.selectionStart);
              setChosen(0);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setCaret(null)}
          />
        </Field>
        {active && (
          <div
            id={list}
            role="listbox"
            aria-label="People"
            className="absolute inset-x-0 bottom-full z-20 mb-1 overflow-hidden rounded-md border bg-surface p-1 shadow-pop"
          >
            {offered.map((person) => (
              <div
                key={person.key}
                id={`${list}-${person.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={person.key === active.key}
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(person);
                }}
                className={cn(
                  'flex cursor-default items-center gap-2 rounded-sm px-1.5 py-1 text-sm',
                  person.key === active.key ? 'bg-active' : 'hover:bg-hover',
                )}
              >
                <Avatar initials={person.initials} seed={person.key} size="sm" />
                <span className="font-medium">{person.name}</span>
                <span className="min-w-0 truncate text-fg-2 text-xs">{person.title}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" busy={isBusy} onClick={submit}>
          {send}
        </Button>
      </div>
    </div>
  );
}
