/** "1 asked, 3 withdrawn": what a push came to; what there is none of is not said, and nothing where nothing moved. */
export function tellCounts(counts: { asked: number; covered: number; withdrawn: number }): string {
  const told = (['asked', 'covered', 'withdrawn'] as const).filter((one) => counts[one] > 0);
  return told.map((one) => `${counts[one]} ${one}`).join(', ');
}
