/**
 * A ratio to twelve digits. Shares are differences of numbers near one, and what floating point leaves behind them
 * (0.9980000000000001) would be printed in contracts and compared as if it meant something.
 */
export function roundShare(ratio: number): number {
  return Number(ratio.toFixed(12));
}
