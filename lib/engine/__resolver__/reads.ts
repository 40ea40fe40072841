import type { Expression } from '@/lib/sql/tree';
import { type Demand, isOnWholeGrain, type NeededEntity } from './demand';
import { spelledOut } from './rows';
import type { InputView, WorkspaceView } from './view';

/** What an attribute is computed from, all own names replaced; null for a wish and for what stands on one. */
export function expressionOf({ view }: NeededEntity, name: string): Expression | null {
  const tree = view.attributes.get(name) ?? null;
  return tree && spelledOut(tree, view.attributes);
}

/** The input and its attribute that an attribute is a plain copy of. */
export function copyOf(needed: NeededEntity, name: string): { input: InputView; name: string } | null {
  const tree = expressionOf(needed, name);
  if (tree?.kind !== 'column') return null;
  const input = needed.live.find(({ as }) => as === tree.qualifier);
  return input ? { input, name: tree.name } : null;
}

/** Every row of `from` becomes one row and no other does: nothing filters, groups, drops or multiplies. */
export function keepsEveryRow(workspace: WorkspaceView, { view, live }: NeededEntity): boolean {
  const isLookup = (input: InputView) => input.join === 'left' && isOnWholeGrain(workspace, input);
  return (
    view.where === null && view.groupBy.length === 0 && live.every((input) => input.join === 'from' || isLookup(input))
  );
}

/** One input, nothing filtered, nothing grouped: a copy or a projection of it. */
export function isProjection({ view, live }: NeededEntity): boolean {
  return live.length === 1 && view.where === null && view.groupBy.length === 0;
}

export function fromOf({ live }: NeededEntity): InputView | null {
  return live.find(({ join }) => join === 'from') ?? null;
}

export function productOf(ref: string): string {
  return ref.slice(0, ref.indexOf('.'));
}

export function entityOf(ref: string): string {
  return ref.slice(ref.indexOf('.') + 1);
}

/** Every entity below some of the consumer's, whatever the way. */
function entitiesBelow(demand: Demand, key: string): NeededEntity[] {
  const found = new Map<string, NeededEntity>();
  const visit = (at: string) => {
    const needed = demand.entities.get(at);
    if (!needed || found.has(at)) return;
    found.set(at, needed);
    for (const { isTable, ref } of needed.live) if (!isTable) visit(ref);
  };
  visit(key);
  return [...found.values()];
}

/** An entity, all below it and what those wish for are left alone for a kind and a beginning of a rule. */
export function skipBelow(demand: Demand, key: string, kind: string, rule: string) {
  const refs = entitiesBelow(demand, key).flatMap(({ view, wished }) => [view.key, ...wished]);
  return refs.map((ref) => ({ product: productOf(ref), entity: entityOf(ref), kind, rule }));
}
