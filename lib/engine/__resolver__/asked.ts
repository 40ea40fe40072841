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
  /** What its consumer reads for it: everything it needs, or what one entity or metric of it comes down to. */
  within: Demand;
};

/** For the consumer that reads it; in the workspace's zone, exact and a need of its own unless said otherwise. */
export function asked(facts: Pick<Asked, 'product' | 'target' | 'kind' | 'value' | 'within'> & Partial<Asked>): Asked {
  return { consumer: facts.within.consumer, approximate: false, timezone: null, isHouseRule: false, ...facts };
}
