'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Keys } from '@/components/ui/keys';
import { Textarea } from '@/components/ui/textarea';
import type { AskPage } from '@/lib/api/asks';
import type { AskReview } from './use-ask-review';

/** A no always has a reason: the people who asked read it word for word. */
export function DeclineDialog({ ask, review }: { ask: AskPage; review: AskReview }) {
  const form = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const lines = review.concerned.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setError('Say why. It is the only thing they have to go on.');
    setError(null);
    review.decline(reason.trim());
  };
  return (
    <Dialog
      isOpen={review.isDeclining}
      onOpenChange={(isOpen) => !isOpen && review.closeDecline()}
      title={`Decline ${lines === 1 ? 'this line' : `${lines} lines`}`}
      description={`${ask.askedBy?.name ?? ask.consumer.name} reads your reason with the answer.`}
      footer={
        <>
          <Button variant="ghost" onClick={review.closeDecline}>
            Cancel
          </Button>
          <Button variant="danger" type="submit" form={form}>
            Decline
            <Keys keys="mod+enter" className="ml-1" />
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label="Reason" error={error}>
          <Textarea
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
            }}
            maxLength={2000}
            placeholder="What stands in the way, and what you could offer instead"
          />
        </Field>
      </form>
    </Dialog>
  );
}
