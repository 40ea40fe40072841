import { compareText } from '@/lib/base/compare-text';
import { recordOf } from '@/lib/model/model-index';
import type { PublishableModel } from '@/lib/model/publishable';
import { type ReferencePath, resolveName } from '@/lib/model/references';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { columnsOfDay } from './columns-of-day';
import type { OwnFacts } from './conflict-facts';

export type TableBehind = { product: string; table: string; history: 'overwrites' | 'appends' };

/** What is measured of an entity; `days` are the fields of its key that say the moment, none where its key says none. */
type Measured = { entity: CompiledEntity; measured: string; days: readonly string[] };

type Stop = { entity: CompiledEntity; name: string | null; days: readonly string[] };

/**
 * Every table that says of a measured value only how it is now or keeps what it was, whatever is done with it on the way; none
 * where rows are grouped. What has a row per moment tells of each by itself, so of that only what it looks up without the moment.
 */
export function tablesBehind(
  { lineage, demand }: OwnFacts,
  { entity: start, measured, days }: Measured,
): TableBehind[] {
  const { consumer } = demand;
  const tree = parseExpression(measured);
  const found = new Map<string, TableBehind>();
  const waiting: Stop[] = (tree.ok ? columnsOf(tree.value) : []).flatMap((column) => {
    const at = resolveName(consumer.model, start.record.id, column);
    const attribute = at.ok ? recordOf(consumer.model, 'attribute', at.value.attributeId) : null;
    const owner = recordOf(consumer.model, 'entity', attribute?.entityId ?? null);
    const entity = owner && consumer.entities.get(owner.name);
    if (!at.ok || !attribute || !entity) return [];
    return [{ entity, name: attribute.name, days: daysAlong(consumer.model, start, at.value.path, days) }];
  });
  // What is counted has no value: its rows are those of what it comes from.
  if (measured === '') waiting.push({ entity: start, name: null, days });
  const seen = new Set<string>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { entity, name } = at;
    const { derivation } = entity;
    const key = JSON.stringify([entity.ref, name, at.days]);
    if (seen.has(key) || !derivation || derivation.groupBy.length > 0) continue;
    seen.add(key);
    const ofDay = at.days.length > 0 ? columnsOfDay(lineage, entity, at.days) : NOTHING;
    if (ofDay === null) continue;
    for (const { input, column } of readsOf(derivation.inputs, name === null ? null : overInputs(entity, name))) {
      const columns = ofDay.get(input.alias);
      const table = input.kind === 'table' ? lineage.table(input.ref)?.table : null;
      if (table && columns === undefined)
        found.set(input.ref, { product: entity.product, table: input.ref, history: table.history });
      const next = input.kind === 'entity' ? lineage.entity(input.ref) : null;
      // Of the moment by a key alone: how the key says it, nobody can tell.
      if (next && columns?.length !== 0) waiting.push({ entity: next, name: column, days: columns ?? [] });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.product, b.product) || compareText(a.table, b.table));
}

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map();

/** The moment as it stands in the entity that a path of relationships leads to; none where their keys do not say it. */
function daysAlong(
  model: PublishableModel,
  start: CompiledEntity,
  path: ReferencePath,
  days: readonly string[],
): readonly string[] {
  let ids = days.flatMap((name) => start.attributes.get(name)?.record.id ?? []);
  for (const { relationshipId, direction } of path) {
    const relationship = recordOf(model, 'relationship', relationshipId);
    const [near, far] =
      direction === 'forward' ? [relationship?.from, relationship?.to] : [relationship?.to, relationship?.from];
    ids = (near?.attributeIds ?? []).flatMap((id, at) => (ids.includes(id) ? (far?.attributeIds[at] ?? []) : []));
  }
  return ids.flatMap((id) => recordOf(model, 'attribute', id)?.name ?? []);
}

function readsOf(
  inputs: readonly CompiledInput[],
  tree: Expression | null,
): { input: CompiledInput; column: string | null }[] {
  const [from] = inputs;
  if (tree === null) return from ? [{ input: from, column: null }] : [];
  return columnsOf(tree).flatMap(({ qualifier, name }) => {
    const input = inputs.find(({ alias }) => alias === qualifier);
    return input ? [{ input, column: name }] : [];
  });
}
