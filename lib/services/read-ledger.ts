import { setImmediate } from 'node:timers/promises';
import { can } from '@/lib/auth/can';
import { ok, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Ledger } from '@/lib/engine/ledger/ledger';
import { type LedgerRefusal, ledgerInSteps } from '@/lib/engine/ledger/to-ledger';
import { labelOfRecord } from '@/lib/model/names';
import { attributesOf, recordsOf } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';
import { allow } from './allow';
import { versionOfPrices } from './organisation-version';
import type { Refusal } from './refusal';
import type { World } from './world';

type Kept = {
  consumers: string;
  ledger: ReturnType<typeof makeLedger>;
  names: ReturnType<typeof namesIn>;
  /** By whether the reader may state prices: the same page for all who read the same. */
  pages: Map<boolean, ReturnType<typeof describePage>>;
};
const ledgers = new WeakMap<WorkspaceSnapshot, Kept>();

/**
 * What all consumers that have been sent upstream need of the sources, against copying everything. Kept with its snapshot,
 * which never changes; the consumers stand in the workspace's order.
 */
export async function readLedger(world: World) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const pushed = new Set(await store.pushedConsumers());
  const consumers = snapshot.products.map(({ key }) => key).filter((key) => pushed.has(key));
  const name = consumers.join(' ');
  const known = ledgers.get(snapshot);
  const kept =
    known?.consumers === name
      ? known
      : {
          consumers: name,
          ledger: makeLedger(snapshot, consumers),
          names: known?.names ?? namesIn(snapshot),
          pages: new Map(),
        };
  ledgers.set(snapshot, kept);
  const ledger = await kept.ledger;
  if (!ledger.ok) return refuse(toRefusal(ledger.error));
  const resource = { kind: 'workspace', workspaceId: actor.workspaceId } as const;
  const canEdit = can(actor, 'prices.edit', resource).allowed;
  const page = kept.pages.get(canEdit) ?? describePage(snapshot, ledger.value, { names: kept.names, canEdit });
  kept.pages.set(canEdit, page);
  return ok(page);
}

/** Others are let through after every step; whoever asks meanwhile waits for the same one. */
async function makeLedger(snapshot: WorkspaceSnapshot, consumers: readonly string[]) {
  const steps = ledgerInSteps(snapshot, consumers);
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
    await setImmediate();
  }
}

function describePage(
  { prices }: WorkspaceSnapshot,
  ledger: Ledger,
  { names, canEdit }: { names: Kept['names']; canEdit: boolean },
) {
  return { ledger, names, prices: { stated: prices ?? {}, version: versionOfPrices(prices), canEdit } };
}

function toRefusal(error: LedgerRefusal): Refusal {
  return error.code === 'lineage-loop' ? error : { code: 'not-found', what: 'product', key: error.consumer };
}

function namesIn(snapshot: WorkspaceSnapshot) {
  const named = (list: readonly { key: string; name: string | null }[]) =>
    list.map(({ key, name }) => ({ key, name: name ?? key }));
  return {
    teams: named(snapshot.teams),
    domains: named(snapshot.domains),
    sources: named(snapshot.sources),
    tables: namesOfTables(snapshot),
  };
}

type TableName = {
  source: string;
  table: string;
  entities: { product: { key: string; name: string }; label: string }[];
  columns: Map<string, string>;
};

/** People know a table by the entity that is made from it, and a column by the field that is nothing but that column. */
function namesOfTables({ sources, products }: WorkspaceSnapshot) {
  const tables = new Map<string, TableName>();
  for (const { key: source, tables: listed } of sources)
    for (const { name: table } of listed)
      tables.set(`${source}.${table}`, { source, table, entities: [], columns: new Map() });
  for (const { key, name, model, status } of products)
    for (const entity of status === 'draft' ? [] : recordsOf(model, 'entity')) {
      const from = entity.derivation?.from;
      const table = from && 'table' in from ? tables.get(from.table) : undefined;
      if (!from || !table) continue;
      table.entities.push({ product: { key, name }, label: labelOfRecord(model, entity.id) });
      for (const attribute of attributesOf(model, entity.id)) {
        const column = columnAlone(attribute.expression, from.as);
        if (column !== null && !table.columns.has(column))
          table.columns.set(column, labelOfRecord(model, attribute.id));
      }
    }
  return [...tables.values()].map((table) => ({ ...table, columns: Object.fromEntries(table.columns) }));
}

function columnAlone(expression: string | null, alias: string): string | null {
  const tree = expression === null ? null : parseExpression(expression);
  if (!tree?.ok || tree.value.kind !== 'column' || tree.value.qualifier !== alias) return null;
  return tree.value.name;
}
