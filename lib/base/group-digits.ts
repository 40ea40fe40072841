/** A whole number as people read it: 75000000 is 75,000,000. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
