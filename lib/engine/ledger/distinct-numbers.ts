/** Numbers, each once, in the order they came. */
export type DistinctNumbers = { numbers: readonly number[]; add(more: readonly number[]): void };

/**
 * Makes lists of numbers below a bound that hold each of them once. One array remembers which list a number was last put
 * in, so millions of additions cost no set; only the list started last may still be added to.
 */
export function distinctNumbers(bound: number): () => DistinctNumbers {
  const lastIn = new Uint32Array(bound);
  let lists = 0;
  return () => {
    lists += 1;
    const own = lists;
    const numbers: number[] = [];
    return {
      numbers,
      add(more) {
        if (own !== lists) throw new Error('a list that is no longer the last was added to');
        for (const number of more) {
          if (lastIn[number] === own) continue;
          lastIn[number] = own;
          numbers.push(number);
        }
      },
    };
  };
}
