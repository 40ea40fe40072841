'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { cn } from './cn';
import { FieldContext } from './field-context';

type Props = {
  label: string;
  /** Right of the label: a unit, a count, a quiet action. */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: string | null | undefined;
  isLabelHidden?: boolean;
  className?: string | undefined;
  children: ReactNode;
};

/** A label, one control, and what there is to say about it. Inputs, text areas and selects inside link themselves. */
export function Field({ label, aside, hint, error, isLabelHidden = false, className, children }: Props) {
  const id = useId();
  const notes = `${id}-notes`;
  const hasNotes = Boolean(hint || error);
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <div className={cn('flex items-baseline justify-between gap-2', isLabelHidden && 'sr-only')}>
        <label htmlFor={id} className="font-medium text-fg-2 text-xs">
          {label}
        </label>
        {aside && <span className="text-fg-3 text-xs">{aside}</span>}
      </div>
      <FieldContext value={{ id, describedBy: hasNotes ? notes : undefined, isInvalid: Boolean(error) }}>
        {children}
      </FieldContext>
      {hasNotes && (
        <div id={notes} className="text-xs">
          {error ? (
            <p className="flex gap-1 text-bad" role="alert">
              <CircleAlert className="mt-0.5 size-3 shrink-0" aria-hidden="true" />
              {error}
            </p>
          ) : (
            <p className="text-fg-3">{hint}</p>
          )}
        </div>
      )}
    </div>
  );
}
