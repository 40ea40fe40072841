import { columnBytes } from '@/lib/catalog/column-bytes';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Verdict } from '../plan';
import { askHistory, historyOfTable } from './ask-history';
import { askMinutes } from './ask-minutes';
import { askAvailability, askCompleteness } from './ask-shares';
import type { Asked } from './asked';
import { anyOf, printFilter, type RowFilter } from './conditions';
import { type Demand, demandOf } from './demand';
import { findUses, type Role } from './find-uses';
import { houseRulesOn } from './house-policies';
import { rowsOf } from './rows';
import {
  availabilitySupply,
  completenessSupply,
  deadlineSupply,
  earliestDeadline,
  freshnessBest,
  freshnessSupply,
  historySupply,
} from './supply';
import { viewOf, type WorkspaceView } from './view';

export type ResolvedRow = {
  product: string;
  target: string | null;
  kind: string;
  role: Role | null;
  value: number | string | null;
  dayOffset: number | null;
  verdict: Verdict;
  supply: number | string | null;
  slack: number | null;
  approximate: boolean;
  /** Null where the text does not say who needs it most. */
  binding: string[] | null;
};
type ResolvedScope = {
  source: string;
  table: string;
  columns: string[];
  deferred: string[];
  where: string | null;
  historyDays: number | 'all' | null;
  rows: number;
  bytes: number;
  allBytes: number;
  historyLost: boolean;
  consumers: string[];
};
type ResolvedConsumer = {
  key: string;
  ownAvailability: number | null;
  compositeAvailability: number | null;
  compositeFreshness: number | null;
};
export type Resolved = {
  rows: ResolvedRow[];
  scopes: ResolvedScope[];
  unused: { source: string; table: string; bytes: number }[];
  consumers: ResolvedConsumer[];
  demands: Demand[];
  asked: Asked[];
};

export function resolve(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Resolved {
  const view = viewOf(snapshot);
  const demands = [...new Set(consumers)].sort().flatMap((key) => {
    const product = view.products.get(key);
    return product ? [demandOf(view, key, findUses(product))] : [];
  });
  const shares = demands.map((demand) => askAvailability(view, demand));
  const asked = demands.flatMap((demand, index) => {
    const product = view.products.get(demand.consumer);
    return [
      ...askMinutes(view, demand),
      ...(shares[index]?.asked ?? []),
      ...askCompleteness(view, demand),
      ...(product ? askHistory(view, product, demand) : []),
    ];
  });
  const scopes = resolveScopes(view, demands);
  return {
    rows: [...resolveStructure(view, demands), ...resolveRows(demands), ...resolveAsked(view, demands, asked)],
    scopes,
    unused: [...view.tables.values()]
      .map(({ source, table }) => ({ source, table: table.name, bytes: table.bytes }))
      .filter(({ source, table }) => !scopes.some((scope) => scope.source === source && scope.table === table)),
    consumers: demands.map((demand, index) => ({
      key: demand.consumer,
      ownAvailability: shares[index]?.shares?.own ?? null,
      compositeAvailability: shares[index]?.shares?.composite ?? null,
      compositeFreshness: freshnessSupply(view, [demand], demand.consumer),
    })),
    demands,
    asked,
  };
}

/** Entities and attributes of other products, what is wished of them too, each with its strongest role. */
function resolveStructure(view: WorkspaceView, demands: readonly Demand[]): ResolvedRow[] {
  const rows = new Map<string, ResolvedRow>();
  for (const { consumer, entities, wishes } of demands) {
    for (const { place, attribute, role } of wishes) {
      const offered = view.entities.get(`${place.product}.${place.entity}`);
      if (attribute === null) {
        put(place.product, place.entity, 'entity', role, !!offered?.record.derivation, consumer);
        continue;
      }
      const target = `${place.entity}.${attribute}`;
      put(place.product, target, 'attribute', role, !!offered?.attributes.get(attribute), consumer);
    }
    for (const { view: entity, role, attributes } of entities.values()) {
      if (entity.product === consumer) continue;
      const isBound = entity.record.derivation !== null;
      put(entity.product, entity.name, 'entity', role, isBound, consumer);
      for (const [name, strongest] of attributes) {
        const target = `${entity.name}.${name}`;
        put(entity.product, target, 'attribute', strongest, entity.attributes.get(name) !== null, consumer);
      }
    }
  }
  return [...rows.values()];

  function put(product: string, target: string, kind: string, role: Role, isOffered: boolean, consumer: string): void {
    const key = JSON.stringify([product, target, kind]);
    const known = rows.get(key);
    const verdict = isOffered ? 'met' : 'missing';
    rows.set(key, {
      ...emptyRow(product, target, kind),
      role: known?.role === 'direct' ? 'direct' : role,
      verdict,
      binding: [...new Set([...(known?.binding ?? []), consumer])],
    });
  }
}

function emptyRow(product: string, target: string | null, kind: string): ResolvedRow {
  return {
    product,
    target,
    kind,
    role: null,
    value: null,
    dayOffset: null,
    verdict: 'met',
    supply: null,
    slack: null,
    approximate: false,
    binding: null,
  };
}

function resolveRows(demands: readonly Demand[]): ResolvedRow[] {
  const keys = new Map<string, RowFilter[]>();
  for (const demand of demands) {
    for (const { view } of demand.entities.values()) {
      if (view.product === demand.consumer) continue;
      keys.set(view.key, [...(keys.get(view.key) ?? []), rowsOf(demand, view.key)]);
    }
  }
  return [...keys].flatMap(([key, filters]) => {
    const where = printFilter(anyOf(filters));
    const product = key.slice(0, key.indexOf('.'));
    return where === null ? [] : [{ ...emptyRow(product, key.slice(product.length + 1), 'rows'), value: where }];
  });
}

function resolveScopes(view: WorkspaceView, demands: readonly Demand[]): ResolvedScope[] {
  return [...view.tables].flatMap(([ref, { source, table }]) => {
    const needing = demands.filter(({ columns }) => columns.has(ref));
    if (needing.length === 0) return [];
    const isNeeded = (name: string) => needing.some(({ columns }) => columns.get(ref)?.has(name));
    const columns = table.columns.map(({ name }) => name).filter(isNeeded);
    const deferred = table.columns.map(({ name }) => name).filter((name) => !isNeeded(name));
    return [
      {
        source,
        table: table.name,
        columns,
        deferred,
        where: printFilter(anyOf(needing.map((demand) => rowsOf(demand, ref)))),
        historyDays: longestHistory(view, needing, ref),
        rows: table.rows,
        bytes: columns.reduce((sum, name) => sum + columnBytes(table, name), 0),
        allBytes: table.bytes,
        historyLost: table.history === 'overwrites' && deferred.length > 0,
        consumers: needing.map(({ consumer }) => consumer),
      },
    ];
  });
}

function longestHistory(view: WorkspaceView, demands: readonly Demand[], ref: string): number | 'all' | null {
  const days = demands.flatMap((demand) => {
    const product = view.products.get(demand.consumer);
    return (product && historyOfTable(product, demand, ref)) ?? [];
  });
  const longest = Math.max(0, ...days);
  if (days.length === 0) return null;
  return Number.isFinite(longest) ? longest : 'all';
}

function resolveAsked(view: WorkspaceView, demands: readonly Demand[], list: readonly Asked[]): ResolvedRow[] {
  const groups = new Map<string, Asked[]>();
  for (const one of list) {
    const key = JSON.stringify([one.product, one.target, one.kind]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const isLeast = first.kind === 'freshness' || first.kind === 'deadline';
    const values = group.map(({ value }) => value);
    const value = isLeast ? Math.min(...values) : Math.max(...values);
    const strictest = group.filter((one) => Math.abs(one.value - value) < 1e-12 || one.value === value);
    const isHouse = group.some(({ isHouseRule }) => isHouseRule);
    const judged = judgeAll(view, demands, group, value);
    return [
      {
        ...emptyRow(first.product, first.target, first.kind),
        ...judged,
        approximate: strictest.some(({ approximate }) => approximate),
        binding: isHouse ? null : [...new Set(strictest.map(({ consumer }) => consumer))].sort(),
      },
    ];
  });
}

type Judged = Pick<ResolvedRow, 'value' | 'dayOffset' | 'verdict' | 'supply' | 'slack'>;

function judge(view: WorkspaceView, all: readonly Demand[], row: Asked, value: number): Judged {
  const demands = [row.within];
  const entity = `${row.product}.${row.target}`;
  switch (row.kind) {
    case 'freshness': {
      const supply = freshnessSupply(view, demands, row.product);
      const best = freshnessBest(view, demands, row.product);
      const slack = supply === null ? null : value - supply;
      if (value < best) return { value, dayOffset: null, supply, slack, verdict: 'infeasible' };
      return { value, dayOffset: null, supply, slack, verdict: verdictOf(slack) };
    }
    case 'deadline': {
      const ready = deadlineSupply(view, demands, row.product);
      const slack = ready === null ? null : value - ready;
      const dayOffset = Math.floor(value / 1440);
      const supply = ready === null ? null : clockOf(ready);
      const isLate = slack !== null && slack < 0 && value < earliestDeadline(view, demands, row.product);
      return { value: clockOf(value), dayOffset, supply, slack, verdict: isLate ? 'infeasible' : verdictOf(slack) };
    }
    case 'availability': {
      const supply = availabilitySupply(view, demands, row.product);
      return ratio(value, supply);
    }
    case 'completeness': {
      const entities = row.target === null ? entitiesOf(demands, row.product) : [entity];
      return ratio(value, leastOf(entities.map((key) => completenessSupply(view, demands, key))));
    }
    case 'history': {
      const entities = row.target === null ? entitiesOf(demands, row.product) : [entity];
      const supply = leastOf(entities.map((key) => historySupply(view, demands, key)));
      const isTooLong = all.some((demand) =>
        houseRulesOn(view, demand, row.product, 'history-max').some(({ days }) => days < value),
      );
      if (isTooLong)
        return { ...ratio(value, supply), value: Number.isFinite(value) ? value : 'all', verdict: 'conflict' };
      if (!Number.isFinite(value)) {
        const verdict = supply === null ? 'missing' : 'tighten';
        return { value: 'all', dayOffset: null, supply, slack: null, verdict };
      }
      return ratio(value, supply);
    }
  }
}

/** A need is held against what its own consumer reads for it: of several needs, the one that is worst off is told. */
function judgeAll(view: WorkspaceView, all: readonly Demand[], group: readonly Asked[], value: number): Judged {
  const [first] = group;
  if (first === undefined) throw new Error('a group has a row');
  const whole = judge(view, all, first, value);
  const each = group.map((one) => ({ one, told: judge(view, all, one, one.value) }));
  const rank = ({ one, told }: (typeof each)[number]) => [
    ['met', 'tighten', 'missing', 'infeasible', 'conflict'].indexOf(told.verdict),
    Number(one.value === value),
    -(told.slack ?? -1e9),
  ];
  const [worst] = each.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x.map((part, at) => (y[at] ?? 0) - part).find((gap) => gap !== 0) ?? 0;
  });
  const { verdict, supply, slack } = worst?.told ?? whole;
  return { ...whole, verdict, supply, slack };
}

function entitiesOf(demands: readonly Demand[], product: string): string[] {
  const all = demands.flatMap(({ entities }) => [...entities.values()]);
  const wished = all.flatMap((one) => one.wished).filter((ref) => ref.startsWith(`${product}.`));
  return [...new Set([...all.filter(({ view }) => view.product === product).map(({ view }) => view.key), ...wished])];
}

function leastOf(supplies: readonly (number | null)[]): number | null {
  const known = supplies.filter((supply) => supply !== null);
  return known.length === 0 || known.length < supplies.length ? null : Math.min(...known);
}

function ratio(value: number, supply: number | null): Judged {
  const slack = supply === null ? null : supply - value;
  return { value, dayOffset: null, supply, slack, verdict: verdictOf(slack) };
}

function verdictOf(slack: number | null): Verdict {
  if (slack === null) return 'missing';
  return slack < -1e-12 ? 'tighten' : 'met';
}

function clockOf(minutes: number): string {
  const within = ((minutes % 1440) + 1440) % 1440;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}
