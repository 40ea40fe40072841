'use client';

import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import type { ProvideInput, ProvideOptions } from '@/lib/api/provide';

type Key = ProvideInput['keys'][number];
type Props = {
  keys: readonly Key[];
  input: ProvideInput;
  options: ProvideOptions;
  onChange: (keys: Key[]) => void;
};

/** By which fields a row of the entity finds its row of the input. */
export function ProvideKeys({ keys, input, options, onChange }: Props) {
  const { label, attributes } = options.entity;
  const setKey = (at: number, key: Key) => onChange(keys.map((one, index) => (index === at ? key : one)));
  return (
    <>
      <ul className="mt-2 space-y-1.5">
        {keys.map((key, at) => (
          <li key={`${key.own} ${key.other}`} className="flex items-center gap-2">
            <Select
              label={`Key ${at + 1} of ${label}`}
              value={key.own}
              onChange={(own) => setKey(at, { ...key, own })}
              options={attributes.flatMap(({ name, label: words, expression }) =>
                expression === null ? [] : [{ value: name, label: words }],
              )}
              className="min-w-0 flex-1"
            />
            <span aria-hidden="true" className="text-fg-3">
              =
            </span>
            <Select
              label={`Key ${at + 1} of ${input.label}`}
              value={key.other}
              onChange={(other) => setKey(at, { ...key, other })}
              options={input.attributes.map(({ name, label: words }) => ({ value: name, label: words }))}
              className="min-w-0 flex-1"
            />
            <IconButton
              icon={X}
              label={`Remove key ${at + 1}`}
              size="sm"
              onClick={() => onChange(keys.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ul>
      <Button
        icon={Plus}
        size="sm"
        variant="ghost"
        className="mt-1.5"
        disabled={keys.some(({ own, other }) => own === '' && other === '')}
        onClick={() => onChange([...keys, { own: '', other: '' }])}
      >
        Add a key
      </Button>
    </>
  );
}
