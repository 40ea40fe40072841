import { ownerIn } from '@/lib/model/input-ref';
import { indexModel } from '@/lib/model/model-index';
import type { Demand, NeededEntity } from './demand';
import type { WorkspaceView } from './view';

/** Every shape the design speaks of; a workspace in which it is drawn and nobody needs it proves nothing about it. */
export const SHAPES = [
  'diamond',
  'aggregate of aggregates',
  'twenty levels',
  'self-join',
  'composite key',
  'composite relationship',
  'role',
  'left join',
  'inner join',
  'group by',
  'where',
  'segment or filter',
  'wished field',
  'wished entity',
  'same-product input',
  'several consumers',
] as const;
export type Shape = (typeof SHAPES)[number];

const DEEP = 20;

/** The shapes that something needed in a workspace has. */
export function findShapes({ products }: WorkspaceView, demands: readonly Demand[]): Set<Shape> {
  const found = new Set<Shape>();
  const see = (shape: Shape, isThere: boolean) => {
    if (isThere) found.add(shape);
  };
  see('several consumers', demands.length > 1);
  for (const demand of demands) {
    const needed = [...demand.entities.values()];
    const readers = readersOf(needed);
    const model = products.get(demand.consumer)?.model;
    const { relationship = [], segment = [], measure = [], metric = [] } = model ? indexModel(model).byKind : {};
    see(
      'diamond',
      [...readers.values()].some((own) => own.size > 1),
    );
    see('twenty levels', levelsOf(demand.consumer, readers) >= DEEP);
    see(
      'composite relationship',
      relationship.some(({ from }) => from.attributeIds.length > 1),
    );
    see(
      'role',
      relationship.some(({ role }) => role !== null),
    );
    see(
      'segment or filter',
      segment.length > 0 || [...measure, ...metric].some((one) => 'filter' in one && one.filter !== null),
    );
    for (const { view, live, attributes } of needed) {
      const refs = live.map(({ ref }) => ref);
      const isAggregate = view.product.startsWith('agg-');
      see(
        'aggregate of aggregates',
        isAggregate && refs.some((ref) => ownerIn(ref).startsWith('agg-') && ownerIn(ref) !== view.product),
      );
      see(
        'same-product input',
        refs.some((ref) => ownerIn(ref) === view.product),
      );
      see('self-join', new Set(refs).size < refs.length);
      see('composite key', view.grain.length > 1);
      see(
        'left join',
        live.some(({ join }) => join === 'left'),
      );
      see(
        'inner join',
        live.some(({ join }) => join === 'inner'),
      );
      see('group by', view.groupBy.length > 0);
      see('where', view.where !== null);
      see('wished entity', view.inputs.length === 0);
      see(
        'wished field',
        view.inputs.length > 0 && [...attributes.keys()].some((name) => view.attributes.get(name) === null),
      );
    }
  }
  return found;
}

/** Who reads each product, over live inputs of others. */
function readersOf(needed: readonly NeededEntity[]): Map<string, Set<string>> {
  const readers = new Map<string, Set<string>>();
  for (const { view, live } of needed)
    for (const { ref, isTable } of live) {
      const owner = ownerIn(ref);
      if (isTable || owner === view.product) continue;
      readers.set(owner, (readers.get(owner) ?? new Set()).add(view.product));
    }
  return readers;
}

/** Products in a row on the longest way upstream. */
function levelsOf(consumer: string, readers: ReadonlyMap<string, ReadonlySet<string>>): number {
  const depth = new Map<string, number>();
  const depthOf = (product: string): number => {
    const known = depth.get(product);
    if (known !== undefined) return known;
    const own = 1 + Math.max(0, ...[...(readers.get(product) ?? [])].map(depthOf));
    depth.set(product, own);
    return own;
  };
  return Math.max(0, ...[...readers.keys(), consumer].map(depthOf));
}
