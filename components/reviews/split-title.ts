/** "Order: 6 columns, 4 checks" in its two parts: what it is about, and how much is asked. */
export function splitTitle(title: string): { subject: string; asked: string | null } {
  const colon = title.indexOf(': ');
  if (colon === -1) return { subject: title, asked: null };
  return { subject: title.slice(0, colon), asked: title.slice(colon + 2) };
}
