/**
 * A number to twelve decimals. Shares are differences of numbers near one and minutes may have fractions; what floating
 * point leaves behind them (0.9980000000000001) would be printed in contracts and compared as if it meant something.
 */
export function roundOff(value: number): number {
  return Number.isSafeInteger(value) ? value + 0 : Number(value.toFixed(12));
}
