'use client';

import { useId, useState } from 'react';
import { useEditor } from '@/components/editor/editor-context';
import { useSayUseCase } from '@/components/start/use-say-use-case';
import { Input } from '@/components/ui/input';

/** Where a model says what it is for, until it does. It is kept when the field is left. */
export function SayDecision({ productKey, audience }: { productKey: string; audience: string }) {
  const id = useId();
  const { canEdit } = useEditor();
  const [decision, setDecision] = useState('');
  const say = useSayUseCase(productKey);
  if (!canEdit) return <p className="mt-1 text-fg-2 text-sm">Nobody has said which decision this serves.</p>;
  return (
    <div className="mt-1.5">
      <label htmlFor={id} className="mb-1 block font-medium text-fg-2 text-xs">
        What do you decide with it?
      </label>
      <Input
        id={id}
        value={decision}
        placeholder="Which customers get a voucher"
        onChange={(event) => setDecision(event.target.value)}
        onBlur={() => {
          if (decision.trim() !== '') say({ decision, audience });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
    </div>
  );
}
