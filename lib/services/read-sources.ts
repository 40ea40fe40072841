import { ok } from '@/lib/base/result';
import { columnBytes } from '@/lib/catalog/column-bytes';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan } from '@/lib/engine/plan';
import { allow } from './allow';
import { livePlanInSlices } from './live-plan';
import type { World } from './world';

/** The source inventory with what of it the consumers need; everything else is left where it is. */
export async function readSources(world: World) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const plan = await livePlanInSlices(snapshot, await store.pushedConsumers());
  const known = kept.get(plan) ?? describeSources(snapshot, plan);
  kept.set(plan, known);
  return ok(known);
}

/** A plan is of one snapshot, and neither changes. */
const kept = new WeakMap<Plan, ReturnType<typeof describeSources>>();

function describeSources(snapshot: WorkspaceSnapshot, plan: Plan) {
  const scopes = new Map(plan.scopes.map((scope) => [`${scope.source}.${scope.table}`, scope]));
  const sources = snapshot.sources.map(({ key, name, kind, tables }) => ({
    key,
    name: name ?? key,
    kind,
    tables: tables.map((table) => {
      const scope = scopes.get(`${key}.${table.name}`);
      return {
        name: table.name,
        rows: table.rows,
        bytes: table.bytes,
        neededBytes: scope?.bytes ?? 0,
        needed: scope !== undefined,
        history: table.history,
        consumers: scope?.consumers ?? [],
        columns: table.columns.map((column) => ({
          ...column,
          bytes: columnBytes(table, column.name),
          needed: scope?.columns.includes(column.name) ?? false,
        })),
      };
    }),
  }));
  const tables = sources.flatMap((source) => source.tables);
  const bytes = tables.reduce((sum, table) => sum + table.bytes, 0);
  const neededBytes = tables.reduce((sum, table) => sum + table.neededBytes, 0);
  return { sources, totals: { bytes, neededBytes, share: bytes === 0 ? 0 : neededBytes / bytes } };
}
