'use client';

import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';

type Props = {
  label: string;
  value: string;
  placeholder?: string;
  /** How the typing ended; blur counts as `leave`. */
  onDone: (text: string, how: 'enter' | 'tab' | 'back-tab' | 'leave') => void;
  onCancel: () => void;
  className?: string;
};

/** A name typed where it stands. No key pressed in it reaches the canvas; Esc gives the focus back to the card. */
export function RenameInput({ label, value, placeholder, onDone, onCancel, className }: Props) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);

  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const finish = (how: 'enter' | 'tab' | 'back-tab' | 'leave') => {
    if (isOver.current) return;
    isOver.current = true;
    onDone(text, how);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      finish(event.key === 'Enter' ? 'enter' : event.shiftKey ? 'back-tab' : 'tab');
    }
    if (event.key === 'Escape') {
      isOver.current = true;
      const card = input.current?.closest('.react-flow__node');
      onCancel();
      if (card instanceof HTMLElement) card.focus({ preventScroll: true });
    }
  };

  return (
    <input
      ref={input}
      aria-label={label}
      value={text}
      placeholder={placeholder}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish('leave')}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      className={cn(
        'nodrag nopan nowheel min-w-0 flex-1 rounded-xs bg-surface px-1 -mx-1 text-fg outline-none ring-2 ring-accent placeholder:text-fg-3',
        className,
      )}
    />
  );
}
