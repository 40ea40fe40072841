/** Words for a kind of figure or remark, by what they have in common. What matters is of what they are told. */
const FAMILIES = [
  'amount price value total sum fee',
  'percentage percent rate ratio share',
  'amount count level number quantity sum total',
  'id key code number',
  'name',
  'date time',
  'category class group kind type level rank',
  'score rating level rank',
  'status state',
  'reason',
  'flag',
].map((words) => new Set(words.split(' ')));
const KINDS = new Set([...FAMILIES.flatMap((words) => [...words]), 'average', 'mean']);

/** Whether a word names a kind of value and makes no two things alike: what a tax rate and a success rate share is no value. */
export function isKindOfValue(word: string): boolean {
  return KINDS.has(word);
}

/** Whether two names say that they are of different kinds, as a rate and an amount are of the same tax. */
export function areOfOtherKinds(one: readonly string[], other: readonly string[]): boolean {
  const isTold = (words: readonly string[]) => FAMILIES.some((family) => words.some((word) => family.has(word)));
  const isShared = FAMILIES.some(
    (family) => one.some((word) => family.has(word)) && other.some((word) => family.has(word)),
  );
  return isTold(one) && isTold(other) && !isShared;
}
