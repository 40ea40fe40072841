import type { DraftConflict } from './draft-conflict';

/**
 * How the work stands with the server. Nothing here ever stops a person from typing: the document on screen is always
 * the newest, and what is not saved yet is kept on this device.
 */
export type Saving =
  | { readonly state: 'saved' /** Null when nothing was changed since the page opened. */; readonly at: string | null }
  | { readonly state: 'unsaved' }
  | { readonly state: 'saving' }
  | { readonly state: 'offline'; readonly isKept: boolean }
  | { readonly state: 'refused'; readonly words: string; readonly isKept: boolean }
  | { readonly state: 'conflict'; readonly conflicts: readonly DraftConflict[] };

/** Whose clock: the workspace's, like every time on screen; the device's own when nothing is said. */
export type Clock = { locale?: string; timeZone?: string };

/** The few words beside the title. */
export function describeSaving(saving: Saving, clock: Clock = {}): string {
  switch (saving.state) {
    case 'saved':
      return saving.at === null ? 'Saved' : `Saved ${clockTime(saving.at, clock)}`;
    case 'unsaved':
      return 'Unsaved';
    case 'saving':
      return 'Saving…';
    case 'offline':
      return saving.isKept ? 'Offline – kept on this device' : 'Offline – not saved, keep this page open';
    case 'refused':
      return 'Not saved';
    case 'conflict':
      return 'Needs your decision';
  }
}

function clockTime(instant: string, { locale, timeZone }: Clock): string {
  const hands = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locale, timeZone === undefined ? hands : { ...hands, timeZone }).format(
    new Date(instant),
  );
}
