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

/** The few words beside the title. The time is the device's own, as a clock on the wall would show it. */
export function describeSaving(saving: Saving, locale?: string): string {
  switch (saving.state) {
    case 'saved':
      return saving.at === null ? 'Saved' : `Saved ${clockTime(saving.at, locale)}`;
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

function clockTime(instant: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}
