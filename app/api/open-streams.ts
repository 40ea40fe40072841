import type { StreamMessage } from '@/lib/api/live';

export type OpenStream = {
  readonly workspaceId: string;
  readonly personId: string;
  /** Best effort: dropped where the reader is slow. */
  send(message: StreamMessage): void;
  end(): void;
};

/** A browser has one for all its tabs; somebody with more devices than this has forgotten some. */
export const STREAMS_PER_PERSON = 12;

const kept = globalThis as typeof globalThis & { headwaterStreams?: Set<OpenStream> };

/** Every event stream this process holds open. Kept on `globalThis`: the shutdown hook is another bundle. */
export function openStreams(): Set<OpenStream> {
  kept.headwaterStreams ??= new Set();
  return kept.headwaterStreams;
}

export function hasRoomFor(personId: string): boolean {
  return [...openStreams()].filter((stream) => stream.personId === personId).length < STREAMS_PER_PERSON;
}

/** The server goes down: whoever listens is told, so that they come back elsewhere instead of waiting for nothing. */
export function endStreams(): void {
  for (const stream of [...openStreams()]) {
    stream.send({ kind: 'shutdown' });
    stream.end();
  }
}
