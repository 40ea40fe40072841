import type { Demand } from './demand';

/** One thing one consumer (or the house, on its behalf) asks of one product along one path; merged only at the end. */
export type Asked = {
  consumer: string;
  product: string;
  target: string | null;
  kind: 'freshness' | 'deadline' | 'availability' | 'completeness' | 'history';
  /** Minutes (for a deadline after midnight of the stated day), a ratio, or days; endless when everything is kept. */
  value: number;
  approximate: boolean;
  timezone: string | null;
  isHouseRule: boolean;
  /** What is read for it, where it is stated of one entity or metric; null: whatever anybody reads. */
  within: Demand | null;
};

export function asked(
  facts: Pick<Asked, 'consumer' | 'product' | 'target' | 'kind' | 'value'> & Partial<Asked>,
): Asked {
  return { approximate: false, timezone: null, isHouseRule: false, within: null, ...facts };
}
