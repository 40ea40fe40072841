/** Turns offsets into 1-based lines and columns; columns count code units, as editors do. */
export type Places = (offset: number) => { line: number; column: number };

/** The line starts are found once; every question after that is a binary search. */
export function placesIn(text: string): Places {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
