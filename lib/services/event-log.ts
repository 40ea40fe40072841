import type { StoredEvent } from './store';

/** The log of one workspace, as somebody who follows it reads it. */
export type EventLog = {
  /** The number of the newest event. */
  last(): Promise<number>;
  /** Events after a number, oldest first and without a gap; waits while there is none, and ends with the signal. */
  after(seq: number, signal: AbortSignal): Promise<StoredEvent[]>;
};
