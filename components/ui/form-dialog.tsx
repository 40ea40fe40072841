'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { Banner } from './banner';
import { Button } from './button';
import { cn } from './cn';
import { Dialog } from './dialog';

type Props = {
  title: string;
  description?: string;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** On the button that sends the form; `isDanger` when somebody will notice. */
  submit: { words: string; isBusy: boolean; isDisabled?: boolean; isDanger?: boolean };
  /** What is being sent takes long, and can be called off until it is done. */
  onCallOff?: (() => void) | undefined;
  /** Why it was not taken, over the fields. */
  problem?: ReactNode;
  /** Stands beside the fields and scrolls by itself. */
  aside?: ReactNode;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A dialog that is one form: its fields, a way out, and one button that sends it. Mounted while it is open. */
export function FormDialog({
  title,
  description,
  size,
  submit,
  problem,
  aside,
  onCallOff,
  onSubmit,
  onClose,
  children,
}: Props) {
  const id = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const form = (
    <form
      id={id}
      onSubmit={send}
      className={aside === undefined ? 'space-y-3' : 'min-h-0 space-y-4 overflow-y-auto p-4'}
    >
      {problem && <Banner tone="bad">{problem}</Banner>}
      {children}
    </form>
  );
  return (
    <Dialog
      isOpen
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description}
      isBare={aside !== undefined}
      {...(size ? { size } : {})}
      footer={
        <>
          {submit.isBusy && onCallOff ? (
            <Button variant="ghost" onClick={onCallOff}>
              Stop
            </Button>
          ) : (
            <Button variant="ghost" onClick={onClose}>
              Cancel
            </Button>
          )}
          <Button
            type="submit"
            form={id}
            variant={submit.isDanger ? 'danger' : 'primary'}
            busy={submit.isBusy}
            disabled={submit.isDisabled ?? false}
          >
            {submit.words}
          </Button>
        </>
      }
    >
      {aside === undefined ? (
        form
      ) : (
        <div
          className={cn(
            'grid h-[58vh] overflow-hidden',
            'grid-cols-[minmax(0,1fr)_minmax(300px,38%)] grid-rows-[minmax(0,1fr)]',
          )}
        >
          {form}
          {aside}
        </div>
      )}
    </Dialog>
  );
}
