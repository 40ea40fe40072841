import { KeptEdits } from './kept-edits';

/**
 * Unsent edits on this device, one entry per open page, so that two tabs never write over each other. A page holds a
 * lock with its entry's name for as long as it lives: an entry whose lock nobody holds was left behind by a page that
 * died, and the next one to open takes it over.
 */
const PREFIX = 'headwater:unsent';

export type DeviceEdits = {
  keep(edits: KeptEdits | null): boolean;
  /** What dead pages left behind for this draft, oldest first; unreadable entries are passed over. */
  leftBehind(): Promise<KeptEdits[]>;
  /** To be called once what was left behind is safe in this page's own entry. */
  forgetLeftBehind(): void;
  release(): void;
};

export function openDeviceEdits(draft: { product: string; person: string }, session: string): DeviceEdits {
  const family = `${PREFIX}:${draft.product}:${draft.person}:`;
  const own = family + session;
  let found: string[] = [];
  const release = holdLock(own);

  return {
    keep: (edits) => {
      try {
        if (edits === null) localStorage.removeItem(own);
        else localStorage.setItem(own, JSON.stringify(edits));
        return true;
      } catch {
        return false;
      }
    },
    leftBehind: async () => {
      const alive = await heldLocks();
      found = Object.keys(localStorage)
        .filter((key) => key.startsWith(family) && key !== own && !alive.has(key))
        .sort();
      return found.flatMap((key) => {
        const read = KeptEdits.safeParse(parseJson(localStorage.getItem(key)));
        return read.success ? [read.data] : [];
      });
    },
    forgetLeftBehind: () => {
      for (const key of found) localStorage.removeItem(key);
    },
    release,
  };
}

function holdLock(name: string): () => void {
  if (!('locks' in navigator)) return () => {};
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks.request(name, () => held).catch(() => {});
  return () => letGo();
}

/** Without locks (an address that is neither https nor this machine) every other entry counts as left behind. */
async function heldLocks(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => name ?? []));
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
