/** "1 field", "3 fields". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a team would have to do, in the order people care: "2 need more, 1 nobody offers, 14 covered". */
export function coverageWords({
  covered,
  needsMore,
  nobody,
}: {
  covered: number;
  needsMore: number;
  nobody: number;
}): string {
  const parts = [
    ...(nobody > 0 ? [`${nobody} nobody offers yet`] : []),
    ...(needsMore > 0 ? [`${needsMore} ${needsMore === 1 ? 'needs' : 'need'} more`] : []),
    ...(covered > 0 ? [`${covered} covered`] : []),
  ];
  return parts.length === 0 ? 'nothing asked' : parts.join(', ');
}
