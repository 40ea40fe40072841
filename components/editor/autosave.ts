import type { DraftChange } from '@/lib/api/draft';
import type { DraftChanges } from '@/lib/api/live';
import type { Areas } from '@/lib/model/area';
import { type ModelPatch, patchModel } from '@/lib/model/diff';
import type { LayoutPatch } from '@/lib/model/layout';
import { mergeDrafts } from '@/lib/model/merge-drafts';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import { partsAround } from '@/lib/model/removed-with';
import { type CanvasLayout, diffLayouts, withNamed, withPositions } from './canvas-layout';
import type { DraftChoice, DraftConflict } from './draft-conflict';
import type { Editor } from './editor';
import type { KeptEdits } from './kept-edits';
import { isNothing, unsentChanges } from './unsent-changes';

/**
 * Carries the work to the server and never stands in its way. A moment after each change whatever the server does not
 * know is sent, one save at a time; until it is acknowledged it is kept on this device. Who comes too late takes in what
 * others saved, record by record, and sends again; where both touched one record a person decides, and until then
 * nothing more is sent.
 */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number; readonly savedAt: string }
  | { readonly kind: 'stale'; readonly revision: number; readonly changes: readonly DraftChange[] }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly words: string };

export type AutosaveWorld = {
  save(revision: number, patch: ModelPatch): Promise<SaveAnswer>;
  /** What others saved after a revision; null when it cannot be had now. */
  readChanges(since: number): Promise<DraftChanges | null>;
  /** True when it arrived. Layout is the last writer's: it is neither merged nor refused. */
  saveLayout(layout: LayoutPatch): Promise<boolean>;
  /** Sends without waiting for an answer, when the page goes away. */
  sendLast(revision: number, patch: ModelPatch, layout: LayoutPatch | null): void;
  /** Keeps unsent edits on this device, or forgets them; false when there is no room. */
  keep(edits: KeptEdits | null): boolean;
  after(delayMs: number, run: () => void): () => void;
};

export type Autosave = {
  /** The revision the server last acknowledged. */
  revision(): number;
  decide(choice: DraftChoice): void;
  /** Sends now what is unsent; resolves when it is acknowledged or cannot be. */
  flush(): Promise<boolean>;
  /** Somebody else saved meanwhile, and another call was told of it. */
  catchUp(revision: number, changes: readonly DraftChange[]): void;
  /** Somebody has made this revision: what of it is not here yet is taken in as soon as the hands are still. */
  follow(revision: number): void;
  /** Somebody has drawn areas, or comes back to this page: areas are no revision, so they are asked for. */
  look(): void;
  /** The page is going away. */
  leave(): void;
  /** The network is back. */
  retry(): void;
  stop(): void;
};

const QUIET_MS = 250;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

type Base = { document: ModelDocument; layout: CanvasLayout; revision: number };

/** `found` are conflicts that were there when the page opened, from edits kept on this device. */
export function startAutosave(
  editor: Editor,
  acknowledged: Base,
  world: AutosaveWorld,
  found: readonly DraftConflict[] = [],
): Autosave {
  let base = acknowledged;
  let conflicts = found;
  let seen: Pick<Base, 'document' | 'layout'> = acknowledged;
  let lastSavedAt: string | null = null;
  let sending: Promise<void> | null = null;
  let cancelTimer: (() => void) | null = null;
  let failures = 0;
  let newest = acknowledged.revision;
  let isPullDue = false;
  let isLookDue = false;
  let told = 0;
  let isStopped = false;

  const unsent = () => unsentChanges(base.document, editor.get().document);
  const unsentLayout = (): LayoutPatch | null => layoutPatch(base, editor.get());
  const hasUnsent = () => !isNothing(unsent()) || unsentLayout() !== null;

  function schedule(delayMs: number) {
    cancelTimer?.();
    cancelTimer = isStopped ? null : world.after(delayMs, () => void send());
  }

  function keep(): boolean {
    const patch = unsent();
    const layout = unsentLayout();
    if (isNothing(patch) && layout === null) return world.keep(null);
    const touched = [...patch.put.map(({ id }) => id), ...patch.remove];
    // What waits for a decision has another beginning than what they made of it: a page that opens again must ask, too.
    const parted = partedAt(conflicts);
    const was = [...new Set([...touched, ...partsAround(base.document, touched)])].flatMap(
      (id) => (parted.has(id) ? parted.get(id) : recordAt(base.document, id)) ?? [],
    );
    const { positions = {}, areas = {} } = layout ?? {};
    return world.keep({ revision: base.revision, ...patch, was, positions, areas });
  }

  /** Nothing is sent before the decision, so the device is all that knows. */
  function keepSoon() {
    cancelTimer?.();
    cancelTimer = isStopped ? null : world.after(QUIET_MS, () => void (conflicts.length > 0 && keep()));
  }

  function onChange() {
    const state = editor.get();
    if (state.document === seen.document && state.layout === seen.layout) return;
    seen = state;
    if (conflicts.length > 0) return keepSoon();
    // What differs is found out when it is sent: a card in the hand changes the layout at every frame.
    if (state.saving.state === 'saved') editor.setSaving({ state: 'unsaved' });
    if (!sending) schedule(QUIET_MS);
  }

  async function send(): Promise<void> {
    if (sending) return sending;
    if (isStopped || conflicts.length > 0) return;
    if (!hasUnsent()) return stillSaved();
    // A card still in the hand has no place worth saving yet.
    if (editor.isInGesture() && isNothing(unsent())) return schedule(QUIET_MS);
    cancelTimer?.();
    keep();
    sending = sendOnce().finally(() => {
      sending = null;
    });
    await sending;
    if (conflicts.length === 0 && hasUnsent() && failures === 0 && editor.get().saving.state !== 'refused')
      schedule(QUIET_MS);
    void pull();
  }

  /** Never beside a save: the answer of one would not know what the other has brought. */
  async function pull(): Promise<void> {
    if (isStopped || sending || conflicts.length > 0 || (newest <= base.revision && !isLookDue)) return;
    if (editor.isInGesture()) return pullLater();
    const heard = told;
    sending = pullOnce().finally(() => {
      sending = null;
    });
    await sending;
    if (conflicts.length === 0 && hasUnsent()) schedule(QUIET_MS);
    else stillSaved();
    // What was told of while the answer was on its way may not be in it.
    if (told > heard) void pull();
  }

  /** Under a card in the hand, or a word being typed, nothing moves. */
  function pullLater(): void {
    if (isPullDue) return;
    isPullDue = true;
    world.after(QUIET_MS, () => {
      isPullDue = false;
      void pull();
    });
  }

  async function pullOnce(): Promise<void> {
    const isLook = isLookDue;
    isLookDue = false;
    const news = await world.readChanges(base.revision);
    if (news === null || editor.isInGesture()) isLookDue ||= isLook;
    if (editor.isInGesture()) return pullLater();
    if (news === null || isStopped) return;
    takeAreas(news.areas);
    if (news.changes.length === 0) return;
    takeIn(news.revision, news.changes);
    const unplaced = Object.entries(news.positions).filter(([id]) => !Object.hasOwn(editor.get().layout.positions, id));
    if (unplaced.length === 0) return;
    base = { ...base, layout: withPositions(base.layout, unplaced) };
    editor.place(unplaced);
  }

  /** An area that was changed here and is not saved yet stays as it is here: its last writer is this page. */
  function takeAreas(areas: Areas): void {
    const { layout } = editor.get();
    const mine = new Set(diffLayouts(base.layout, layout).areas.map(({ id }) => id));
    const changed = diffLayouts(base.layout, { ...base.layout, areas }).areas.filter(({ id }) => !mine.has(id));
    if (changed.length === 0) return;
    const named = changed.map(({ id, to }) => [id, to] as const);
    base = { ...base, layout: { ...base.layout, areas: withNamed(base.layout.areas, named) } };
    editor.frame(withNamed(layout.areas, named));
  }

  async function sendOnce(): Promise<void> {
    const { document, layout } = editor.get();
    const patch = unsent();
    const moved = unsentLayout();
    editor.setSaving({ state: 'saving' });
    if (moved !== null) {
      if (!(await world.saveLayout(moved))) return unreachable();
      base = { ...base, layout };
    }
    if (isNothing(patch)) return saved(null);
    const answer = await world.save(base.revision, patch);
    switch (answer.kind) {
      case 'saved':
        base = { ...base, document, revision: answer.revision };
        return saved(answer.savedAt);
      case 'stale':
        return takeIn(answer.revision, answer.changes);
      case 'unreachable':
        return unreachable();
      case 'refused':
        failures = 0;
        editor.setSaving({ state: 'refused', words: answer.words, isKept: keep() });
    }
  }

  function saved(at: string | null) {
    failures = 0;
    lastSavedAt = at ?? lastSavedAt;
    if (hasUnsent()) {
      editor.setSaving({ state: 'unsaved' });
      return;
    }
    world.keep(null);
    editor.setSaving({ state: 'saved', at: lastSavedAt });
  }

  /** What changed and was changed back before it was sent. */
  function stillSaved() {
    if (editor.get().saving.state === 'unsaved') saved(null);
  }

  function unreachable() {
    editor.setSaving({ state: 'offline', isKept: keep() });
    schedule(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 30_000);
    failures += 1;
  }

  /** The merged document becomes the one on screen; what was mine and is still unsent goes out again. */
  function takeIn(revision: number, changes: readonly DraftChange[]) {
    const theirs = changes.reduce((document, change) => patchModel(document, change), base.document);
    const merge = mergeDrafts(base.document, editor.get().document, theirs);
    base = { ...base, document: theirs, revision };
    editor.adopt(merge.document);
    conflicts = merge.conflicts.map((conflict) => ({ ...conflict, by: lastWriter(changes, conflict.id) }));
    failures = 0;
    if (conflicts.length > 0) {
      keep();
      editor.setSaving({ state: 'conflict', conflicts });
      return;
    }
    saved(null);
    if (hasUnsent()) schedule(0);
  }

  const unsubscribe = editor.subscribe(onChange);
  if (hasUnsent()) keep();
  if (conflicts.length > 0) editor.setSaving({ state: 'conflict', conflicts });
  else onChange();

  return {
    revision: () => base.revision,
    catchUp: takeIn,
    decide: (choice) => {
      const isTaken = ({ id }: DraftConflict) => choice.get(id) === 'theirs';
      const kept = new Set(conflicts.filter((one) => !isTaken(one)).flatMap(({ along }) => along.map(({ id }) => id)));
      const taken = conflicts.filter(isTaken).flatMap((one) => [one, ...one.along.filter(({ id }) => !kept.has(id))]);
      conflicts = [];
      editor.setSaving({ state: 'unsaved' });
      const put = taken.flatMap(({ theirs }) => theirs ?? []);
      const remove = taken.filter(({ theirs }) => theirs === null).map(({ id }) => id);
      if (taken.length > 0) editor.edit('Take the other version', (document) => patchModel(document, { put, remove }));
      if (hasUnsent()) schedule(0);
      else saved(null);
      void pull();
    },
    follow: (revision) => {
      newest = Math.max(newest, revision);
      told += 1;
      void pull();
    },
    look: () => {
      isLookDue = true;
      told += 1;
      void pull();
    },
    flush: async () => {
      for (let round = 0; round < 5 && hasUnsent(); round++) {
        await send();
        if (conflicts.length > 0 || failures > 0 || editor.get().saving.state === 'refused') return false;
      }
      return !hasUnsent();
    },
    leave: () => {
      if (!hasUnsent()) return;
      keep();
      if (conflicts.length === 0) world.sendLast(base.revision, unsent(), unsentLayout());
    },
    retry: () => {
      if (hasUnsent() && conflicts.length === 0) void send();
    },
    stop: () => {
      isStopped = true;
      cancelTimer?.();
      unsubscribe();
    },
  };
}

/** How the records of conflicts, and what goes with them, stood before either side changed them. */
function partedAt(conflicts: readonly DraftConflict[]): Map<RecordId, ModelRecord | null> {
  return new Map(
    conflicts.flatMap(({ id, base, mine, along }) => [
      [id, base] as const,
      ...along.map((one) => [one.id, mine === null ? one.theirs : one.mine] as const),
    ]),
  );
}

function lastWriter(changes: readonly DraftChange[], id: RecordId): string | null {
  const touched = changes.filter(
    (change) => change.remove.includes(id) || change.put.some((record) => record.id === id),
  );
  return touched.at(-1)?.by?.name ?? null;
}

type Drawn = Pick<Base, 'document' | 'layout'>;

/** Where a record stood is forgotten when it goes, so one that comes back by undo says its place again. */
function layoutPatch(before: Drawn, after: Drawn): LayoutPatch | null {
  if (before.layout === after.layout && before.document === after.document) return null;
  const back = Object.entries(after.layout.positions).filter(
    ([id]) => recordAt(after.document, id) !== null && recordAt(before.document, id) === null,
  );
  const { moved, areas, pinned, hidden, views } = diffLayouts(before.layout, after.layout);
  const placed = moved.flatMap(({ id, to }) => (to ? [[id, to] as const] : []));
  const positions = Object.fromEntries([...back, ...placed]);
  const isNothingPlaced = Object.keys(positions).length === 0 && areas.length === 0;
  if (isNothingPlaced && pinned === null && hidden === null && views === null) return null;
  return {
    positions,
    pinned: [...after.layout.pinned],
    ...(hidden && { hidden: [...hidden.to] }),
    ...(views && { views: [...views.to] }),
    ...(areas.length > 0 && { areas: Object.fromEntries(areas.map(({ id, to }) => [id, to])) }),
  };
}
