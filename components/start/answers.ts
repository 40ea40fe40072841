import type { HowFresh } from '@/lib/model/how-fresh';

/** What somebody said to the four questions, in their words. */
export type Answers = {
  decision: string;
  audience: string;
  /** One per line, or with commas between. */
  numbers: string;
  freshness: HowFresh | null;
  /** Share of the time it must be usable. */
  sureness: number | null;
};

/** The numbers as a list, without what is said twice. */
export function numbersOf({ numbers }: Pick<Answers, 'numbers'>): string[] {
  const said = numbers.split(/[\n,;]/).map((number) => number.trim().replace(/\s+/g, ' '));
  return [...new Set(said.filter((number) => number !== ''))];
}

export function audienceOf({ audience }: Pick<Answers, 'audience'>): string[] {
  const said = audience.split(/[\n,;]/).map((who) => who.trim());
  return [...new Set(said.filter((who) => who !== ''))];
}
