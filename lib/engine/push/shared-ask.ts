import type { Demand } from '../demand/demand';
import type { CompiledEntity } from '../lineage/lineage';
import type { Cause } from '../plan';
import type { AskedRow } from './asked-row';

/**
 * What everybody who needs a thing asks of it in the same words, without anybody having stated it: that its key is unique
 * and there, that about as many rows come as are counted. One object for all of them, so that a thousand consumers ask for
 * no more than a list of who they are.
 */
export type SharedAsk = Omit<AskedRow, 'consumer' | 'because'> & {
  /** Of which it is asked. */
  entity: CompiledEntity;
  /** What the same consumer asks of the same thing besides comes before it, and not after. */
  isLast: boolean;
  /** Of a key: the source's own count says that it repeats. */
  isRepeated?: boolean;
  because: (demand: Demand) => Cause[];
};

/** The same as a row of one consumer, to be merged with what else is asked of the same thing. */
export function rowOfShared(shared: SharedAsk, demand: Demand): AskedRow {
  const { entity: _, isLast: __, isRepeated: ___, because, ...ask } = shared;
  return { ...ask, consumer: demand.consumer, because: () => because(demand) };
}
