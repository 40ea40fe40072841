import type { StreamMessage } from '@/lib/api/live';
import type { Actor } from '@/lib/auth/actor';
import { openStreams } from './open-streams';

const HEARTBEAT_MS = 15_000;
/** What a browser waits before it comes back. */
const RETRY_MS = 2_000;

type Streamed = {
  actor: Actor;
  /** Tells what happens until the signal ends; read no faster than the browser takes it. */
  tell(signal: AbortSignal): AsyncGenerator<StreamMessage>;
  /** Asked at every heartbeat: whether the reader is still who opened it. */
  isStillAllowed(): Promise<boolean>;
  /** Of the request. */
  gone: AbortSignal;
};

/** An answer that stays open: server-sent events, with a heartbeat that also notices a session that ended meanwhile. */
export function respondStream({ actor, tell, isStillAllowed, gone }: Streamed): Response {
  const text = new TextEncoder();
  const ending = new AbortController();
  const messages = tell(ending.signal);
  let finish = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const beat = setInterval(async () => {
        if (!(await isStillAllowed().catch(() => true))) return finish();
        if (!ending.signal.aborted) controller.enqueue(text.encode(': still here\n\n'));
      }, HEARTBEAT_MS);
      beat.unref();
      const stream = {
        workspaceId: actor.workspaceId,
        personId: actor.id,
        send: (message: StreamMessage) => {
          if (!ending.signal.aborted && (controller.desiredSize ?? 0) > -100)
            controller.enqueue(text.encode(write(message)));
        },
        end: () => finish(),
      };
      finish = () => {
        if (ending.signal.aborted) return;
        ending.abort();
        controller.close();
      };
      ending.signal.addEventListener('abort', () => {
        clearInterval(beat);
        openStreams().delete(stream);
        gone.removeEventListener('abort', finish);
      });
      openStreams().add(stream);
      gone.addEventListener('abort', finish);
      controller.enqueue(text.encode(`retry: ${RETRY_MS}\n\n`));
      if (gone.aborted) finish();
    },
    async pull(controller) {
      const next = await messages.next();
      if (ending.signal.aborted) return;
      if (next.done) finish();
      else controller.enqueue(text.encode(write(next.value)));
    },
    cancel: () => ending.abort(),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
      // A connection that told of the end must not be the one on which the browser comes back.
      Connection: 'close',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Cookie',
    },
  });
}

/** One message as the format wants it. Only what can be resumed after carries an id. */
function write(message: StreamMessage): string {
  const id = numberOf(message);
  return `${id === null ? '' : `id: ${id}\n`}event: ${message.kind}\ndata: ${JSON.stringify(message)}\n\n`;
}

function numberOf(message: StreamMessage): number | null {
  if (message.kind === 'event') return message.event.seq;
  return message.kind === 'ready' || message.kind === 'reload' ? message.seq : null;
}
