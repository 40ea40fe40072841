import { entityReads } from '../lineage/entity-reads';
import type { Demand, EntityDemand, Reader } from './demand';

/**
 * Who needs an attribute, or an entity's rows, one step downstream, in the order of the sweep. Found for a whole demand
 * when somebody asks, from what the sweep left: most demands are never asked why.
 */
export function readersOf(demand: Demand, ref: string, attribute: string | null): readonly Reader[] {
  const index = indexes.get(demand) ?? indexReaders(demand);
  indexes.set(demand, index);
  return index.get(nodeKey(ref, attribute)) ?? [];
}

type ReaderIndex = Map<string, Reader[]>;

const indexes = new WeakMap<Demand, ReaderIndex>();

function nodeKey(ref: string, attribute: string | null): string {
  return attribute === null ? ref : `${ref} ${attribute}`;
}

function indexReaders(demand: Demand): ReaderIndex {
  const index: ReaderIndex = new Map();
  const add = (ref: string, attribute: string | null, reader: Reader) => {
    const key = nodeKey(ref, attribute);
    const list = index.get(key);
    if (list) list.push(reader);
    else index.set(key, [reader]);
  };
  const wishes = new Map<string, Demand['gaps']>();
  for (const gap of demand.gaps) if (gap.isFollowed) wishes.set(gap.wish, [...(wishes.get(gap.wish) ?? []), gap]);
  for (const needed of demand.order) addReads(needed, wishes.get(needed.ref) ?? [], add);
  return index;
}

/** Everything that one needed entity needs, of itself and of its inputs. */
function addReads(
  { ref, entity, causes, attributes, liveInputs, ownReads }: EntityDemand,
  wishes: Demand['gaps'],
  add: (ref: string, attribute: string | null, reader: Reader) => void,
): void {
  if (!entity) return;
  for (const name of entity.grain) add(ref, name, { ref, attribute: null, direct: true, causes });
  for (const { name, reader } of ownReads) add(ref, name, reader);
  for (const { product, entity: provider, attribute, causes: wished, direct } of wishes)
    add(`${product}.${provider}`, attribute, { ref, attribute, direct: direct !== 0n, causes: wished });
  for (const { input, causes: live } of liveInputs)
    if (input.kind === 'entity') add(input.ref, null, { ref, attribute: null, direct: false, causes: live });
  if (!entity.derivation) return;
  const reads = entityReads(entity);
  const live = new Map(liveInputs.map((one) => [one.input, one]));
  const inputs = entity.derivation.inputs.map((input) => live.get(input));
  const addColumns = (columns: readonly { at: number; name: string }[], reader: Reader) => {
    for (const { at, name } of columns) {
      const input = inputs[at]?.input;
      if (input?.kind === 'entity') add(input.ref, name, reader);
    }
  };
  for (const at of attributes.order) {
    const { causes: own, direct } = attributes.needAt(at);
    const reader = { ref, attribute: attributes.nameAt(at), direct: direct !== 0n, causes: own };
    addColumns(reads.attributes[at]?.columns ?? [], reader);
  }
  for (const { columns } of reads.rows) addColumns(columns, { ref, attribute: null, direct: false, causes });
  for (const [at, columns] of reads.on.entries()) {
    const one = inputs[at];
    if (one) addColumns(columns, { ref, attribute: null, direct: false, causes: one.causes });
  }
}
