/** What stands between the thousands, and before the decimals. */
export type NumberMarks = { group: string; decimal: string };

const QUOTED = /“[^”]*”|'[^']*'/g;
const GROUPED = /(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w,.]*\d)/g;
const SHARE = /(?<![\w.,])(\d+)\.(\d+)(?= (?:%|points))/g;

/**
 * A sentence with the counts and shares that `groupDigits` and `describeShare` wrote into it as a locale writes them.
 * Sentences are made once, the same for every reader and every machine, because plans are compared and kept; only where
 * they are shown do their numbers change. What stands in quotes is somebody's own text and stays.
 */
export function localiseNumbers(words: string, { group, decimal }: NumberMarks): string {
  if (group === ',' && decimal === '.') return words;
  const own = [...words.matchAll(QUOTED)].map(([text]) => text);
  return words
    .split(QUOTED)
    .map((part) => part.replace(GROUPED, (count) => count.replaceAll(',', group)).replace(SHARE, `$1${decimal}$2`))
    .flatMap((part, at) => [part, own[at] ?? ''])
    .join('');
}
