import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { EntityEdges } from '../lineage/product-graph';
import type { Placement } from '../plan';
import { addStep, type Step } from '../steps';
import { findTableColumn } from '../supply/find-table-column';
import { carryKey } from './carry-keys';
import type { Demand } from './demand';
import { nameNode } from './find-path';
import { keepsRows } from './keeps-rows';

export type RowBand = { min?: number; max?: number; per?: string };
export type CarriedBand = RowBand & { ref: string; approximate: boolean; placement: Placement | null; path: Step };

/**
 * How many rows there must be, carried to the input the rows come from. Where every row stays one row the band is the
 * input's own. Through a look-up that may lose rows, and to the groups of a grouping, at least as many are needed, which
 * warns early and no more; the upper end says nothing there. Before a filter that many more are needed as it drops: the
 * inventory's distinct values give a share, taking them as equally frequent; without it, at least as many. So it is where
 * only some of the rows are meant to begin with. Nothing is carried past a join that multiplies.
 */
export function carryVolume(
  lineage: Lineage,
  reads: { demand: Demand; edges: EntityEdges },
  { ref: start, isFiltered }: { ref: string; isFiltered: boolean },
  band: RowBand,
): CarriedBand[] {
  const carried: CarriedBand[] = [];
  const { max: _, ...least } = band;
  if (isFiltered && least.min === undefined) return [];
  let at: CarriedBand | null = {
    ...(isFiltered ? least : band),
    ref: start,
    approximate: isFiltered,
    placement: isFiltered ? { strength: 'necessary', why: SOME_ROWS } : { strength: 'exact' },
    path: addStep(null, nameNode(start, null)),
  };
  while (at !== null) {
    carried.push(at);
    at = carryOn(lineage, reads, at);
  }
  return carried;
}

const SOME_ROWS = 'Only some of the rows are counted, so more may be needed here.';

function carryOn(
  lineage: Lineage,
  { demand, edges }: { demand: Demand; edges: EntityEdges },
  at: CarriedBand,
): CarriedBand | null {
  const { entity, liveInputs = [] } = demand.entities.get(at.ref) ?? {};
  // A wish is read row by row by whoever wished for it.
  const [wished] = entity && !entity.derivation ? (edges.get(at.ref) ?? []) : [];
  if (wished !== undefined) return { ...at, ref: wished, path: addStep(at.path, nameNode(wished, null)) };
  const from = liveInputs.find(({ input }) => input.join === 'from')?.input;
  if (!entity?.derivation || from?.kind !== 'entity') return null;
  const { where, groupBy } = entity.derivation;
  const path = addStep(at.path, nameNode(from.ref, null));
  if (keepsRows(entity.derivation, liveInputs)) return { ...at, ref: from.ref, path };
  const isLookedUp = liveInputs.every(({ input }) => input.join === 'from' || input.pinsGrain);
  if (at.min === undefined || (groupBy.length === 0 && !isLookedUp)) return null;
  if (groupBy.length > 0 && at.per !== undefined) return null;
  const kept = where === null ? 1 : (shareKept(lineage, entity, where) ?? 1);
  const { max: _, ...rest } = at;
  const placement: Placement | null =
    kept < 1 || at.placement === null
      ? null
      : { strength: 'necessary', why: 'Rows are lost or put together further downstream, so more may be needed here.' };
  return { ...rest, min: Math.ceil(at.min / kept), ref: from.ref, approximate: true, placement, path };
}

/** The share of rows that equalities with constants keep, if values are equally frequent; null for anything else. */
function shareKept(lineage: Lineage, entity: CompiledEntity, where: Expression): number | null {
  let share = 1;
  for (const conjunct of conjunctsOf(where)) {
    const [column, values] = constantsOf(conjunct);
    const distinct = column === null ? null : distinctOf(lineage, entity, column);
    if (distinct === null || distinct === 0) return null;
    share *= Math.min(1, values / distinct);
  }
  return share;
}

type ColumnName = { qualifier: string | null; name: string };

function constantsOf(tree: Expression): [ColumnName | null, number] {
  if (
    tree.kind === 'comparison' &&
    tree.operator === '=' &&
    tree.left.kind === 'column' &&
    tree.right.kind === 'literal'
  )
    return [tree.left, 1];
  const isList = tree.kind === 'in' && !tree.negated && tree.items.every(({ kind }) => kind === 'literal');
  return isList && tree.operand.kind === 'column' ? [tree.operand, tree.items.length] : [null, 0];
}

function distinctOf(lineage: Lineage, entity: CompiledEntity, { qualifier, name }: ColumnName): number | null {
  const input = entity.derivation?.inputs.find(({ alias }) => alias === qualifier);
  const start = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
  for (let at = start && { entity: start, key: [name] }; at; at = carryKey(lineage, at.entity, at.key)) {
    const found = findTableColumn(lineage, at.entity, at.key[0] ?? '');
    if (found) return found.column.distinct;
  }
  return null;
}
