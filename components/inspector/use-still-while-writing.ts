import { useEffect, useRef, useState } from 'react';

/** The newest value, but for the time somebody writes an expression or the model's text: then the one from before. */
export function useStillWhileWriting<T>(value: T): T {
  const [isWriting, setWriting] = useState(false);
  const still = useRef(value);
  useEffect(() => {
    const look = ({ type, target }: FocusEvent) =>
      setWriting(type === 'focusin' && target instanceof HTMLElement && target.isContentEditable);
    window.addEventListener('focusin', look);
    window.addEventListener('focusout', look);
    return () => {
      window.removeEventListener('focusin', look);
      window.removeEventListener('focusout', look);
    };
  }, []);
  if (!isWriting) still.current = value;
  return still.current;
}
