import { ok, type Result } from '@/lib/base/result';
import { columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { type LineageLoop, orderUpstream } from '../lineage/order-upstream';
import { ownNames } from '../lineage/over-inputs';

/**
 * Who needs whom in a whole workspace, as flat arrays: an edge leads from what needs to what is needed, and every id is
 * smaller than those it leads to, so that one pass in order carries every need to its sources. The rules of demand are
 * all in the edges. An attribute needs its entity's rows; rows need the grain, the inputs that cannot be dropped and what
 * `where` and the groups name; an expression needs the names in it and the inputs they belong to; a live input needs
 * its entity and what its condition names. Where these rules run in a circle within one entity (rows need the grain, the
 * grain needs the rows; two joins that name each other), a thing has two ids, `asked` before and `full` behind, and the
 * circle is closed when the edges are made.
 */
export type AttributeGraph = {
  size: number;
  /** Edges of id: from `offsets[id]` up to `offsets[id + 1]`. */
  offsets: Uint32Array;
  targets: Uint32Array;
  /** 1 where a value is needed for a value; 0 where it joins, filters or groups. */
  direct: Uint8Array;
  /** By `product.entity`, in the order of their ids, each after everything that reads it. */
  entities: ReadonlyMap<string, EntityNodes>;
  /** By `source.table`, then by column. */
  tables: ReadonlyMap<string, TableNodes>;
};
type EntityNodes = {
  /** Where needs of its rows arrive. */
  rows: number;
  /** Where needs of an attribute arrive, by name. */
  asked: ReadonlyMap<string, number>;
  /** Where an attribute's whole need stands, by name. */
  full: ReadonlyMap<string, number>;
};
type TableNodes = { rows: number; columns: ReadonlyMap<string, number> };

/** Everything upstream of the given entities and they themselves; a loop is refused and named. */
export function compileAttributeGraph(lineage: Lineage, roots: readonly string[]): Result<AttributeGraph, LineageLoop> {
  const ordered = orderUpstream(lineage, roots);
  if (!ordered.ok) return ordered;
  const names = namesPerEntity(lineage, ordered.value);
  const entities = new Map<string, EntityNodes>();
  const tables = new Map<string, TableNodes & { columns: Map<string, number> }>();
  const aliases = new Map<string, InputNodes>();
  let size = 0;
  for (const ref of ordered.value) {
    const entity = lineage.entity(ref);
    const wanted = names.get(ref) ?? new Set();
    const split = entity === null ? new Set<string>() : splitNames(entity);
    const asked = new Map<string, number>();
    for (const name of wanted) asked.set(name, size++);
    const rows = size++;
    const full = new Map<string, number>();
    for (const name of wanted) full.set(name, split.has(name) ? size++ : (asked.get(name) ?? 0));
    entities.set(ref, { rows, asked, full });
    const { inputs = [] } = entity?.derivation ?? {};
    const first = size;
    size += 2 * inputs.length;
    aliases.set(ref, { named: first, live: first + inputs.length });
  }
  for (const ref of ordered.value)
    for (const { kind, ref: table } of lineage.entity(ref)?.derivation?.inputs ?? [])
      if (kind === 'table' && !tables.has(table)) tables.set(table, { rows: 0, columns: new Map() });
  const columnNode = (table: string, column: string): number => {
    const nodes = tables.get(table);
    if (!nodes) return 0;
    const known = nodes.columns.get(column);
    if (known !== undefined) return known;
    nodes.columns.set(column, size);
    return size++;
  };
  for (const nodes of tables.values()) nodes.rows = size++;

  const edges = new EdgeList();
  for (const ref of ordered.value) {
    const nodes = entities.get(ref);
    const own = aliases.get(ref);
    const entity = lineage.entity(ref);
    if (!nodes || !own) continue;
    for (const id of nodes.asked.values()) edges.add(id, nodes.rows, true);
    if (entity) addEntity(edges, entity, nodes, own, { entities, tables, columnNode });
  }
  return ok({ size, ...edges.pack(size), entities, tables });
}

type InputNodes = { named: number; live: number };
type Elsewhere = {
  entities: ReadonlyMap<string, EntityNodes>;
  tables: ReadonlyMap<string, TableNodes>;
  columnNode: (table: string, column: string) => number;
};

function addEntity(edges: EdgeList, entity: CompiledEntity, nodes: EntityNodes, own: InputNodes, to: Elsewhere): void {
  const { inputs = [], where = null, groupBy = [] } = entity.derivation ?? {};
  const position = new Map(inputs.map((input, at) => [input.alias, at]));
  const closure = closeOwnNames(entity);
  const toOwn = (from: number, name: string, isDirect: boolean) => {
    for (const reached of closure.get(name) ?? [name]) {
      const full = nodes.full.get(reached);
      if (full !== undefined && full !== from) edges.add(from, full, isDirect);
    }
  };
  /** What an expression names, where it comes from, and the inputs that are kept for it. */
  const toInputs = (from: number, tree: Expression | null, isDirect: boolean) => {
    for (const { qualifier, name } of tree === null ? [] : columnsOf(tree)) {
      const at = qualifier === null ? undefined : position.get(qualifier);
      const input = at === undefined ? undefined : inputs[at];
      if (at === undefined || !input) continue;
      if (input.droppable) edges.add(from, own.named + at, false);
      const there =
        input.kind === 'table' ? to.columnNode(input.ref, name) : to.entities.get(input.ref)?.asked.get(name);
      if (there !== undefined) edges.add(from, there, isDirect);
    }
  };
  for (const [name, id] of nodes.asked) toOwn(id, name, true);
  for (const name of entity.grain) toOwn(nodes.rows, name, true);
  for (const tree of [where, ...groupBy.map((key) => entity.attributes.get(key)?.tree ?? null)]) {
    for (const name of tree === null ? [] : ownNames(tree)) toOwn(nodes.rows, name, false);
    toInputs(nodes.rows, tree, false);
  }
  for (const [name, id] of nodes.full) toInputs(id, entity.attributes.get(name)?.tree ?? null, true);
  const keptWith = closeInputs(inputs);
  for (const [at, input] of inputs.entries()) {
    const from = input.droppable ? own.named + at : nodes.rows;
    for (const other of keptWith[at] ?? []) edges.add(from, own.live + other, false);
    const rows = input.kind === 'table' ? to.tables.get(input.ref)?.rows : to.entities.get(input.ref)?.rows;
    if (rows !== undefined) edges.add(own.live + at, rows, false);
    for (const { qualifier, name } of input.on === null ? [] : columnsOf(input.on)) {
      const other = qualifier === null ? undefined : inputs[position.get(qualifier) ?? -1];
      if (!other) continue;
      const there =
        other.kind === 'table' ? to.columnNode(other.ref, name) : to.entities.get(other.ref)?.asked.get(name);
      if (there !== undefined) edges.add(own.live + at, there, false);
    }
  }
}

/** Every attribute each entity has or is asked for; some are asked of entities that do not have them. */
function namesPerEntity(lineage: Lineage, order: readonly string[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>(order.map((ref) => [ref, new Set()]));
  for (const ref of order) {
    const entity = lineage.entity(ref);
    const own = names.get(ref);
    if (!entity || !own) continue;
    for (const name of [...entity.attributes.keys(), ...entity.grain]) own.add(name);
    const { inputs = [], where = null } = entity.derivation ?? {};
    const refs = new Map(inputs.flatMap((input) => (input.kind === 'entity' ? [[input.alias, input.ref]] : [])));
    const trees = [
      where,
      ...inputs.map((input) => input.on),
      ...[...entity.attributes.values()].map(({ tree }) => tree),
    ];
    for (const tree of trees)
      for (const { qualifier, name } of tree === null ? [] : columnsOf(tree))
        (qualifier === null ? own : names.get(refs.get(qualifier) ?? ''))?.add(name);
  }
  return names;
}

/** Attributes that needs reach from behind the rows: the grain, what the rows name, and all that stands under a name. */
function splitNames(entity: CompiledEntity): Set<string> {
  const { where = null, groupBy = [] } = entity.derivation ?? {};
  const split = new Set(entity.grain);
  const rowTrees = [where, ...groupBy.map((key) => entity.attributes.get(key)?.tree ?? null)];
  for (const tree of [...rowTrees, ...[...entity.attributes.values()].map((attribute) => attribute.tree)])
    for (const name of tree === null ? [] : ownNames(tree)) split.add(name);
  for (const [name, reached] of closeOwnNames(entity)) if (split.has(name)) for (const one of reached) split.add(one);
  return split;
}

/** For an attribute that stands on others of its entity: it and all of them, however deep. */
function closeOwnNames(entity: CompiledEntity): Map<string, string[]> {
  const closed = new Map<string, string[]>();
  for (const { name, tree } of entity.attributes.values()) {
    if (tree === null || ownNames(tree).length === 0) continue;
    const reached = new Set([name]);
    for (const at of reached) {
      const under = entity.attributes.get(at)?.tree ?? null;
      for (const one of under === null ? [] : ownNames(under)) reached.add(one);
    }
    closed.set(name, [...reached]);
  }
  return closed;
}

/** For each input, by position: it and the inputs that could be dropped but for what its condition names. */
function closeInputs(inputs: readonly CompiledInput[]): number[][] {
  const position = new Map(inputs.map((input, at) => [input.alias, at]));
  return inputs.map((_, first) => {
    const reached = new Set([first]);
    for (const at of reached) {
      const { on = null } = inputs[at] ?? {};
      for (const { qualifier } of on === null ? [] : columnsOf(on)) {
        const other = qualifier === null ? undefined : position.get(qualifier);
        if (other !== undefined && inputs[other]?.droppable) reached.add(other);
      }
    }
    return [...reached];
  });
}

/** Edges as they are found, packed by where they start when all are there. */
class EdgeList {
  private from = new Uint32Array(1024);
  private to = new Uint32Array(1024);
  private kind = new Uint8Array(1024);
  private count = 0;

  add(from: number, to: number, isDirect: boolean): void {
    if (this.count === this.from.length) {
      this.from = grown(this.from, new Uint32Array(this.count * 2));
      this.to = grown(this.to, new Uint32Array(this.count * 2));
      this.kind = grown(this.kind, new Uint8Array(this.count * 2));
    }
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.kind[this.count] = isDirect ? 1 : 0;
    this.count += 1;
  }

  pack(size: number): Pick<AttributeGraph, 'offsets' | 'targets' | 'direct'> {
    const offsets = new Uint32Array(size + 1);
    for (let at = 0; at < this.count; at++) bump(offsets, (this.from[at] ?? 0) + 1);
    for (let id = 0; id < size; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
    const next = offsets.slice();
    const targets = new Uint32Array(this.count);
    const direct = new Uint8Array(this.count);
    for (let at = 0; at < this.count; at++) {
      const place = next[this.from[at] ?? 0] ?? 0;
      bump(next, this.from[at] ?? 0);
      targets[place] = this.to[at] ?? 0;
      direct[place] = this.kind[at] ?? 0;
    }
    return { offsets, targets, direct };
  }
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function grown<T extends Uint32Array | Uint8Array>(before: T, room: T): T {
  room.set(before);
  return room;
}
