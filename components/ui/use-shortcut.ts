import { useEffect, useEffectEvent } from 'react';

const PAUSE_MAX_MS = 900;

/**
 * Runs a handler for `mod+k`, `shift+?` or keys pressed in turn (`g i`). Nothing fires while somebody types, nor while
 * a dialog or menu has the floor; only a chord with `mod` reaches through a text field.
 */
export function useShortcut(keys: string, handler: (event: KeyboardEvent) => void, isOn = true): void {
  const run = useEffectEvent(handler);
  useEffect(() => {
    if (!isOn) return;
    const chords = keys.split(' ');
    let next = 0;
    let last = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!keys.includes('mod+') && isTaken(event.target)) return;
      if (event.timeStamp - last > PAUSE_MAX_MS) next = 0;
      const chord = chords[next];
      if (chord === undefined || !matches(event, chord)) {
        if (!isModifier(event.key)) next = 0;
        return;
      }
      last = event.timeStamp;
      next += 1;
      if (next < chords.length) return;
      next = 0;
      event.preventDefault();
      run(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys, isOn]);
}

function matches(event: KeyboardEvent, chord: string): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  if (parts.includes('mod') !== (event.metaKey || event.ctrlKey)) return false;
  if (parts.includes('alt') !== event.altKey) return false;
  if (parts.includes('shift') && !event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type=checkbox]), textarea, select, [role=dialog], [role=menu], [role=listbox]') !== null
  );
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Control' || key === 'Meta' || key === 'Alt';
}
