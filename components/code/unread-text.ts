const KEY = 'headwater:unread-text:';

/** What was typed and could not be read, kept on this device: it stands nowhere else, and a reload would lose it. */
export function keepUnread(productKey: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(KEY + productKey);
    else localStorage.setItem(KEY + productKey, text);
  } catch {
    // No room, or none allowed: then it lasts as long as the page.
  }
}

export function recallUnread(productKey: string): string | null {
  try {
    return localStorage.getItem(KEY + productKey);
  } catch {
    return null;
  }
}
