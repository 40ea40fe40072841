/** A name being typed after an `@`, and where the `@` stands. */
export type Typing = { at: number; typed: string };
type Nameable = { key: string; name: string };

const WORD = /[\p{L}\p{N}_]/u;
const NAME_LENGTH_MAX = 40;

/** The name the caret stands at the end of; null when nobody is being called there. */
export function mentionAt(text: string, caret: number): Typing | null {
  const before = text.slice(0, caret);
  const at = before.lastIndexOf('@');
  if (at === -1 || WORD.test(before.charAt(at - 1))) return null;
  const typed = before.slice(at + 1);
  const isName = typed.length <= NAME_LENGTH_MAX && !/[\n@.,;:!?]/.test(typed) && !typed.startsWith(' ');
  return isName ? { at, typed } : null;
}

/** The people a beginning could mean, by name: of their name, of any part of it, or of their key. */
export function whoIsMeant<P extends Nameable>(typed: string, people: readonly P[]): P[] {
  const wanted = typed.toLowerCase();
  return people.filter(({ key, name }) => {
    const whole = name.toLowerCase();
    const starts = [whole, key.toLowerCase(), ...whole.split(/\s+/)];
    return starts.some((start) => start.startsWith(wanted)) && whole !== wanted.trimEnd();
  });
}
