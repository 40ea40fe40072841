'use client';

import { ArrowBigUp, ArrowDown, ArrowUp, Command, CornerDownLeft, Option } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { Kbd } from './kbd';
import { useIsMac } from './use-is-mac';

type Props = {
  /** `mod+k` is held together; `g i` is pressed in turn. */ keys: string;
  className?: string | undefined;
};

export function Keys({ keys, className }: Props) {
  const isMac = useIsMac();
  return (
    <span className={cn('inline-flex shrink-0 items-center gap-1', className)}>
      {keys.split(' ').map((chord) => (
        <span key={chord} className="inline-flex gap-0.5">
          {chord.split(/(?<=[^+])\+/).map((key) => (
            <Kbd key={key}>{drawKey(key, isMac)}</Kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/** Apple's signs are drawn as icons: Geist has no glyph for them, and a fallback font shows a box. */
function drawKey(key: string, isMac: boolean): ReactNode {
  switch (key) {
    case 'mod':
      return isMac ? <Command className="size-2.5" aria-label="Command" /> : 'Ctrl';
    case 'alt':
      return isMac ? <Option className="size-2.5" aria-label="Option" /> : 'Alt';
    case 'shift':
      return isMac ? <ArrowBigUp className="size-3" aria-label="Shift" /> : 'Shift';
    case 'enter':
      return <CornerDownLeft className="size-2.5" aria-label="Enter" />;
    case 'ArrowUp':
      return <ArrowUp className="size-2.5" aria-label="Arrow up" />;
    case 'ArrowDown':
      return <ArrowDown className="size-2.5" aria-label="Arrow down" />;
    case 'escape':
      return 'Esc';
    default:
      return key.length === 1 ? key.toUpperCase() : key;
  }
}
