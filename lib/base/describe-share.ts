/** A share of one in percent, with as many digits as it needs and four at most: "99.95 %". */
export function describeShare(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
