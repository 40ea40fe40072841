import { StreamMessage } from '@/lib/api/live';
import { API_ROOT } from '@/lib/api/routes';

const NAME = 'headwater-events';
/** After an answer that was a no; a lost connection comes back by itself. */
const TRY_AGAIN_MS = 15_000;
const KINDS = ['ready', 'reload', 'event', 'presence', 'areas', 'shutdown'] as const satisfies StreamMessage['kind'][];

type Tell = (message: StreamMessage) => void;

/**
 * What happens, as it happens. A browser gives an origin about six connections, so all tabs share one: whichever holds
 * the lock listens and passes on what it hears, and when it closes the next takes over after the last event heard. The
 * returned function stops listening.
 */
export function listenLive(onMessage: Tell): () => void {
  const closing = new AbortController();
  let lastHeard: number | null = null;
  const hear: Tell = (message) => {
    if (message.kind === 'event') lastHeard = Math.max(lastHeard ?? 0, message.event.seq);
    if (message.kind === 'ready' || message.kind === 'reload') lastHeard = message.seq;
    onMessage(message);
  };
  const since = () => lastHeard;

  if (!('locks' in navigator)) {
    void follow(closing.signal, since, hear);
    return () => closing.abort();
  }
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    const message = StreamMessage.safeParse(data);
    if (message.success) hear(message.data);
  };
  const pass: Tell = (message) => {
    hear(message);
    channel.postMessage(message);
  };
  navigator.locks.request(NAME, { signal: closing.signal }, () => follow(closing.signal, since, pass)).catch(() => {}); // Closed before it was this tab's turn.
  return () => {
    closing.abort();
    channel.close();
  };
}

/** Listens until the signal ends. A lock may be given just after that: then there is nothing to listen for. */
function follow(signal: AbortSignal, since: () => number | null, tell: Tell): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source = open();

    function open(): EventSource {
      const from = since();
      const opened = new EventSource(`${API_ROOT}/events/stream${from === null ? '' : `?since=${from}`}`);
      for (const kind of KINDS) opened.addEventListener(kind, ({ data }) => take(data));
      opened.onerror = () => {
        if (opened.readyState !== EventSource.CLOSED || signal.aborted) return;
        timer = setTimeout(() => {
          source = open();
        }, TRY_AGAIN_MS);
      };
      return opened;
    }

    function take(data: unknown) {
      const message = StreamMessage.safeParse(typeof data === 'string' ? JSON.parse(data) : null);
      if (message.success) tell(message.data);
    }

    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      source.close();
      resolve();
    });
  });
}
