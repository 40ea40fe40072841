'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onKeep: (name: string) => void;
  taken: readonly string[];
};

const NAME_MAX = 80;

export function KeepViewDialog({ isOpen, onOpenChange, onKeep, taken }: Props) {
  const [name, setName] = useState('');
  const called = name.trim();
  const keep = () => {
    if (called === '') return;
    onKeep(called);
    setName('');
    onOpenChange(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="sm"
      title="Keep this view"
      description="What is in sight and what is hidden, to come back to."
      footer={
        <Button variant="primary" onClick={keep} disabled={called === ''}>
          {taken.includes(called) ? 'Replace' : 'Keep'}
        </Button>
      }
    >
      <Field label="Name">
        <Input
          value={name}
          maxLength={NAME_MAX}
          placeholder="Orders and what hangs on them"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
          }}
        />
      </Field>
    </Dialog>
  );
}
