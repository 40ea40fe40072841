/** The first asks of consecutive parts, so many in all; a part of which none is among them is left out. */
export function firstAsks<Ask, Heading>(
  parts: readonly (Heading & { asks: readonly Ask[] })[],
  max: number,
): (Heading & { asks: readonly Ask[]; inAll: number })[] {
  let left = max;
  return parts.flatMap((part) => {
    const asks = part.asks.slice(0, left);
    left -= asks.length;
    return asks.length === 0 ? [] : [{ ...part, asks, inAll: part.asks.length }];
  });
}
