/** A person named in a text, and where: from the `@` up to the end of the name. */
export type Mention = { key: string; from: number; to: number };
type Nameable = { key: string; name: string };

const WORD = /[\p{L}\p{N}_]/u;

/**
 * The people a text names as `@Carla Mendes`, `@carla` (a key) or `@Carla`, in the order they stand. The longest name
 * that fits wins; a name that several people share names nobody, because the wrong one would be called. An `@` inside a
 * word is an address, not a call.
 */
export function findMentions(text: string, people: readonly Nameable[]): Mention[] {
  const names = callNames(people);
  const found: Mention[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (WORD.test(text.charAt(at - 1))) continue;
    const rest = text.slice(at + 1).toLowerCase();
    const called = names.find(({ name }) => rest.startsWith(name) && !WORD.test(rest.charAt(name.length)));
    if (called) found.push({ key: called.key, from: at, to: at + 1 + called.name.length });
  }
  return found;
}

/** How to call somebody so that nobody else is meant. */
export function callName(person: Nameable, people: readonly Nameable[]): string {
  const isShared = people.some((one) => one.key !== person.key && one.name.toLowerCase() === person.name.toLowerCase());
  return isShared ? person.key : person.name;
}

/** Every name that means one person, longest first; a key means its person whatever others are called. */
function callNames(people: readonly Nameable[]): { key: string; name: string }[] {
  const keys = new Set(people.map(({ key }) => key.toLowerCase()));
  const said = people.flatMap(({ key, name }) =>
    [name, name.split(/\s+/, 1)[0] ?? ''].map((one) => ({ key, name: one.toLowerCase() })),
  );
  const meant = said.filter(
    ({ key, name }) => name !== '' && !keys.has(name) && said.every((one) => one.name !== name || one.key === key),
  );
  return [...people.map(({ key }) => ({ key, name: key.toLowerCase() })), ...meant].sort(
    (a, b) => b.name.length - a.name.length,
  );
}
