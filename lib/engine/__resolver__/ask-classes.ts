import type { Classification } from '@/lib/model/records';
import { recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import type { Demand, NeededEntity } from './demand';
import { type KindRow, type KindRows, kindRow } from './kind-row';
import { expressionOf } from './reads';
import type { WorkspaceView } from './view';

const ORDER: readonly Classification[] = ['public', 'internal', 'confidential', 'personal'];

/** How delicate a needed field is: what flows into it, and what those downstream call what they make of it. */
export function askClasses(view: WorkspaceView, demands: readonly Demand[], demand: Demand): KindRows {
  const rows = [...demand.entities.values()].flatMap((needed): KindRow[] => {
    const { product, name: entity } = needed.view;
    if (product === demand.consumer) return [];
    return [...needed.attributes.keys()].flatMap((name): KindRow[] => {
      const offered = offeredClass(view, demands, needed, name);
      const asked = strictest([offered, askedClass(view, demand, needed, name)]);
      if (asked !== 'confidential' && asked !== 'personal') return [];
      const verdict = offered === asked ? 'met' : offered === null ? 'missing' : 'tighten';
      const facts = { product, target: `${entity}.${name}`, kind: 'privacy', rule: null };
      return [kindRow({ ...facts, value: { classification: asked }, verdict })];
    });
  });
  return { rows, skipped: [] };
}

/** Every needed field of a product that bears one of the classes. */
export function bears(view: WorkspaceView, demand: Demand, needed: NeededEntity, name: string): Classification | null {
  return strictest([offeredClass(view, [demand], needed, name), askedClass(view, demand, needed, name)]);
}

function offeredClass(
  view: WorkspaceView,
  demands: readonly Demand[],
  needed: NeededEntity,
  name: string,
): Classification | null {
  const tree = expressionOf(needed, name);
  const inherited = (tree ? valuesIn(tree) : []).map((column) => {
    const input = needed.view.inputs.find(({ as }) => as === column.qualifier);
    if (!input) return null;
    if (input.isTable)
      return view.tables.get(input.ref)?.table.columns.find((one) => one.name === column.name)?.classification ?? null;
    const below = demands.flatMap(({ entities }) => entities.get(input.ref) ?? [])[0];
    return below ? offeredClass(view, demands, below, column.name) : null;
  });
  return strictest([
    statedClass(view, needed, name),
    ...inherited,
    ...ownNames(needed, name).map((own) => statedClass(view, needed, own)),
  ]);
}

function askedClass(view: WorkspaceView, demand: Demand, needed: NeededEntity, name: string): Classification | null {
  const asked: (Classification | null)[] = [];
  for (const reader of demand.entities.values()) {
    for (const input of reader.live.filter(({ ref }) => ref === needed.view.key)) {
      for (const made of reader.attributes.keys()) {
        const tree = expressionOf(reader, made);
        const isRead = tree && valuesIn(tree).some((column) => column.qualifier === input.as && column.name === name);
        if (isRead) asked.push(statedClass(view, reader, made), askedClass(view, demand, reader, made));
      }
    }
  }
  const beside = [...needed.attributes.keys()].filter((made) => ownNames(needed, made).includes(name));
  return strictest([
    ...asked,
    ...beside.flatMap((made) => [statedClass(view, needed, made), askedClass(view, demand, needed, made)]),
  ]);
}

function statedClass(view: WorkspaceView, needed: NeededEntity, name: string): Classification | null {
  const product = view.products.get(needed.view.product);
  if (!product) return null;
  const found = recordsOf(product.model, 'attribute').find(
    (one) => one.entityId === needed.view.record.id && one.name === name,
  );
  return found?.classification ?? null;
}

/** The fields of its own entity that an attribute is computed from. */
function ownNames(needed: NeededEntity, name: string): string[] {
  const tree = needed.view.attributes.get(name) ?? null;
  const names = tree ? columnsOf(tree).flatMap((column) => (column.qualifier === null ? [column.name] : [])) : [];
  return names.flatMap((own) => [own, ...ownNames(needed, own)]);
}

/** Aggregates whose answer is a value of some row. */
const GIVING_BACK: ReadonlySet<string> = new Set(['bool_and', 'bool_or', 'max', 'min']);

/** What a value is made from; a count or a sum over many rows is nobody's value any more. */
function valuesIn(tree: Expression): readonly { qualifier: string | null; name: string }[] {
  if (tree.kind === 'column') return [tree];
  if (tree.kind === 'aggregate' && !GIVING_BACK.has(tree.name)) return [];
  return childrenOf(tree).flatMap(valuesIn);
}

function strictest(list: readonly (Classification | null)[]): Classification | null {
  return [...ORDER].reverse().find((one) => list.includes(one)) ?? null;
}
