/**
 * Words as people look for them: without case and accents, `_` and `-` read as spaces, `orderDate` as two words, a
 * plural as its singular. Both what is written and what is asked go through here, so the two always meet.
 */
export function wordForms(text: string): string[] {
  if (PLAIN.test(text)) return [singular(text)];
  return text
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

/** One word already, as most names are: there are a hundred thousand of them. */
const PLAIN = /^[a-z0-9]+$/;

/** The words of a text as one, for telling whether two texts say the same. */
export function phraseForm(text: string): string {
  return wordForms(text).join(' ');
}

const PLURAL_MIN = 4;

function singular(word: string): string {
  if (word.length < PLURAL_MIN || !/[a-z]s$/.test(word) || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
