import { StreamMessage } from '@/lib/api/live';
import type { Said, Story } from './story';

export type Heard = { id: number | null; message: StreamMessage };

/** One browser at the event stream: it reads messages as they come, and can be cut off at any moment. */
export class Listener {
  readonly heard: Heard[] = [];
  private readonly gone = new AbortController();
  private readonly done: Promise<void>;

  private constructor(response: Response) {
    this.done = this.read(response);
  }

  static async at(story: Story, said: Said & { since?: number; lastHeard?: number } = {}): Promise<Listener> {
    const { since, lastHeard, ...rest } = said;
    const address = `/events/stream${since === undefined ? '' : `?since=${since}`}`;
    const headers = lastHeard === undefined ? {} : { 'last-event-id': String(lastHeard) };
    const gone = new AbortController();
    const response = await story.open('GET', address, { ...rest, headers }, gone.signal);
    if (response.status !== 200) throw new Error(`nothing to listen to: ${response.status} ${await response.text()}`);
    const listener = new Listener(response);
    listener.gone.signal.addEventListener('abort', () => gone.abort());
    return listener;
  }

  /** The numbers of the events heard so far, in the order they came. */
  numbers(): number[] {
    return this.heard.flatMap(({ message }) => (message.kind === 'event' ? [message.event.seq] : []));
  }

  /** The last id, as a browser sends it when it comes back. */
  lastId(): number | undefined {
    return this.heard.findLast(({ id }) => id !== null)?.id ?? undefined;
  }

  async until(isEnough: (heard: readonly Heard[]) => boolean): Promise<void> {
    for (let round = 0; round < 600; round++) {
      if (isEnough(this.heard)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`never heard: ${JSON.stringify(this.heard.slice(-5))}`);
  }

  /** Ends when the server ends it. */
  ended(): Promise<void> {
    return this.done;
  }

  async cut(): Promise<void> {
    this.gone.abort();
    await this.done;
  }

  private async read(response: Response): Promise<void> {
    const text = new TextDecoder();
    let rest = '';
    try {
      for await (const chunk of response.body ?? []) {
        rest += text.decode(chunk, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut off in the middle of a message, which is then told again.
    }
  }

  private take(block: string): void {
    const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = line('data');
    if (data === undefined) return;
    const message = StreamMessage.parse(JSON.parse(data));
    if (line('event') !== message.kind) throw new Error(`two kinds: ${block}`);
    this.heard.push({ id: line('id') === undefined ? null : Number(line('id')), message });
  }
}
