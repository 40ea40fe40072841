import type { ExternalStore } from './external-store';

export type Source = Pick<ExternalStore<unknown>, 'subscribe'>;

/** Hears every one of these stores, until what it answers is called. */
export function listenToAll(sources: readonly Source[], listener: () => void): () => void {
  const ends = sources.map((source) => source.subscribe(listener));
  return () => {
    for (const end of ends) end();
  };
}
