import type { Result } from '@/lib/base/result';
import type { Refusal } from './refusal';
import type { ReadStore, WriteStore } from './store';
import type { World } from './world';

type Planning<P, A> = {
  /** What the plan is made from: another text as soon as any of it is another. */
  mark(store: ReadStore): Promise<string>;
  plan(store: ReadStore): Promise<Result<P, Refusal>>;
  /** In the same transaction, under the workspace's lock. */
  write(store: WriteStore, planned: P): Promise<Result<A, Refusal>>;
};

/**
 * Plans before anybody is made to wait, and writes under the workspace's lock. There the mark is looked at again: while
 * nothing has changed, what was planned is written; otherwise it is planned again. So a plan is always of the very state
 * it is written into, as if it had been made there.
 */
export async function writePlanned<P, A>(
  world: World,
  { mark, plan, write }: Planning<P, A>,
): Promise<Result<A, Refusal>> {
  const marked = await mark(world.store);
  const ahead = await plan(world.store);
  return world.write(async (store) => {
    await store.lockWorkspace();
    const planned = (await mark(store)) === marked ? ahead : await plan(store);
    return planned.ok ? write(store, planned.value) : planned;
  });
}

/**
 * The mark of what every plan is made from: the catalog with what is published and agreed, who has been sent, and what
 * was drawn in one product.
 */
export async function markOf(store: ReadStore, product: string): Promise<string> {
  const { revision } = await store.workspace();
  const row = await store.product(product);
  const drawn = row && (await store.draftRevision(row.id));
  return JSON.stringify([revision, row?.rowVersion, drawn, await store.pushedConsumers()]);
}
