import { can } from '@/lib/auth/can';
import { ok } from '@/lib/base/result';
import type { CurvePoint, Ledger, LedgerTable } from '@/lib/engine/ledger/ledger';
import { type FoundLedger, findLedger } from './find-ledger';
import { fewOf, firstOfLists } from './ledger-lists';
import { Mentioned } from './ledger-names';
import { versionOfPrices } from './organisation-version';
import type { World } from './world';

/** A chart of a few hundred pixels shows no more steps than these. */
const POINTS_MAX = 120;
/** By whether the reader may state prices: the same page for all who read the same. */
const pages = new WeakMap<FoundLedger, Map<boolean, ReturnType<typeof describePage>>>();

/** The totals of the ledger, its layers and the beginning of every list. */
export async function readLedger(world: World) {
  const found = await findLedger(world);
  if (!found.ok) return found;
  const { actor } = world;
  const canEdit = can(actor, 'prices.edit', { kind: 'workspace', workspaceId: actor.workspaceId }).allowed;
  const kept = pages.get(found.value) ?? new Map();
  pages.set(found.value, kept);
  const page = kept.get(canEdit) ?? describePage(found.value, canEdit);
  kept.set(canEdit, page);
  return ok(page);
}

function describePage({ snapshot, ledger, lines, names, edition }: FoundLedger, canEdit: boolean) {
  const { currency, copies, totals, alignments, domains, curves } = ledger;
  const mentioned = new Mentioned(names);
  const lists = firstOfLists(lines, mentioned);
  const madeOf = {
    bytes: madeOfTables(ledger, 'bytes', mentioned),
    columns: madeOfTables(ledger, 'columns', mentioned),
    rows: madeOfTables(ledger, 'rows', mentioned),
  };
  const charts = {
    largestFirst: toChart(curves.largestFirst, mentioned),
    asListed: toChart(curves.asListed, mentioned),
  };
  return {
    edition,
    currency,
    copies,
    totals,
    madeOf,
    alignments,
    domains: domains.map((group) => ({
      ...group,
      name: group.key === null ? null : (names.domains.get(group.key) ?? group.key),
    })),
    charts,
    lists,
    names: mentioned.names(),
    prices: { stated: snapshot.prices ?? {}, version: versionOfPrices(snapshot.prices), canEdit },
  };
}

function madeOfTables({ tables }: Ledger, unit: 'bytes' | 'columns' | 'rows', mentioned: Mentioned) {
  const few = fewOf(tables.filter(({ needed }) => needed[unit] > 0).sort((a, b) => b.needed[unit] - a.needed[unit]));
  const told = ({ source, table, needed, everything }: LedgerTable) => ({
    source,
    table,
    needed: needed[unit],
    of: everything[unit],
  });
  for (const line of few.first) mentioned.table(line);
  return { count: few.count, first: few.first.map(told) };
}

/** Evenly thinned out, with the last point always. */
function toChart(points: readonly CurvePoint[], mentioned: Mentioned) {
  const count = Math.min(points.length, POINTS_MAX);
  return Array.from({ length: count }, (_, index) => Math.ceil(((index + 1) * points.length) / count)).flatMap(
    (after) => {
      const point = points[after - 1];
      if (!point) return [];
      mentioned.product(point.consumer);
      return [{ after, consumer: point.consumer, adds: point.adds.bytes, total: point.total.bytes }];
    },
  );
}
