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

const kept = globalThis as typeof globalThis & { headwaterStreams?: Set<OpenStream>; headwaterIsClosing?: boolean };

/** Every event stream this process holds open. Kept on `globalThis`: the shutdown hook is another bundle. */
export function openStreams(): Set<OpenStream> {
  kept.headwaterStreams ??= new Set();
  return kept.headwaterStreams;
}

export function hasRoomFor(personId: string): boolean {
  return [...openStreams()].filter((stream) => stream.personId === personId).length < STREAMS_PER_PERSON;
}

/** True once the server goes down. */
export function isClosing(): boolean {
  return kept.headwaterIsClosing ?? false;
}

/**
 * The server goes down: whoever listens is told, and none is let in any more. A browser comes back within seconds, over
 * a connection that is still open, and a stream begun then would hold up the end of the server.
 */
export function closeStreams(): void {
  kept.headwaterIsClosing = true;
  for (const stream of [...openStreams()]) {
    stream.send({ kind: 'shutdown' });
    stream.end();
  }
}
