import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import { nameNode } from '../demand/find-path';
import { historyDays, longerHistory } from '../demand/history-days';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import { addStep, printSteps, type Step } from '../steps';
import { agreedValue } from './agreed-value';
import { entitiesOf } from './ask-scope';
import { nameCause } from './ask-structure';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { offeredToReader } from './offered-to-reader';

/** How far back each needed entity must be kept, by `product.entity`; a table's need is that of the entities that read it. */
export type HistoryNeeded = Map<string, { days: number | 'all'; because: ReadonlyMap<string, Reason>; asked?: Days }>;
type Days = number | 'all';

/** A cause of the longest need, with one path: in a lattice of products the paths are countless. */
type Reason = { cause: Omit<Cause, 'path'>; path: Step };

/**
 * History, carried upstream unchanged: what is recomputed from its inputs needs them to reach as far back as it does.
 * Windows and offsets ask for it by themselves; a stated number of days adds to them. Stated for the whole model it is
 * one row per product, the longest of its entities.
 */
export function askHistory(
  lineage: Lineage,
  consumerDemand: ConsumerDemand,
): { rows: AskedRow[]; needed: HistoryNeeded } {
  const { consumer, demand, uses, edges, wished } = consumerDemand;
  const stated = statedDays(consumerDemand);
  const needed = new Map<string, { days: Days; because: Map<string, Reason>; asked?: Days }>();
  const add = (ref: string, days: number | 'all', reason: Reason) => {
    const before = needed.get(ref);
    if (before && before.days !== days && longerHistory(before.days, days) === before.days) return;
    const because = before?.days === days ? before.because : new Map<string, Reason>();
    const key = `${reason.cause.metric ?? ''} ${reason.cause.expectation ?? ''}`;
    if (!because.has(key)) because.set(key, reason);
    needed.set(ref, { days, because });
  };
  for (const { cause, entity, measured, days, grain } of uses.lookbacks) {
    const ref = `${consumer.key}.${entity}`;
    const total = historyDays(shownDays(consumerDemand, stated, cause, measured), days, grain);
    const path = addStep(null, nameNode(ref, null));
    if (total !== null) add(ref, total, { cause: nameCause(demand, cause), path });
  }
  for (const [ref, { days, name }] of stated.onEntity) {
    const cause = { consumer: consumer.key, metric: null, expectation: name };
    add(ref, days, { cause, path: addStep(null, nameNode(ref, null)) });
  }
  for (const ref of [...demand.order.map((one) => one.ref), ...wished]) {
    const own = needed.get(ref);
    const agreed = own ? agreedDays(consumerDemand, ref, own.days) : null;
    if (own && agreed !== null) Object.assign(own, { days: agreed, asked: own.days });
    for (const input of own ? (edges.get(ref) ?? []) : [])
      for (const { cause, path } of own?.because.values() ?? [])
        add(input, own?.days ?? 'all', { cause, path: addStep(path, nameNode(input, null)) });
  }
  return { rows: needed.size === 0 ? [] : rowsOf(lineage, consumerDemand, needed), needed };
}

/** What was agreed of an entity in place of its days; null where nothing was, or it does not hold. */
function agreedDays(consumerDemand: ConsumerDemand, ref: string, days: Days): Days | null {
  const { consumer } = consumerDemand;
  const product = ownerIn(ref);
  if (product === consumer.key) return null;
  const target = isOnModel(consumerDemand) ? null : nameIn(ref);
  const need = { product, target, kind: 'history' as const, rule: null, value: days };
  const agreed = agreedValue(consumer.product, need);
  return agreed !== days && (typeof agreed === 'number' || agreed === 'all') ? agreed : null;
}

function isOnModel({ consumer }: ConsumerDemand): boolean {
  return indexModel(consumer.model).byKind.expectation.some(
    ({ rule, onId, origin }) => rule.rule === 'history' && onId === null && origin === 'stated',
  );
}

function rowsOf(lineage: Lineage, consumerDemand: ConsumerDemand, needed: HistoryNeeded): AskedRow[] {
  const { consumer, demand, wished } = consumerDemand;
  const offered = offeredToReader(lineage, consumerDemand, 'history');
  const isWhole = isOnModel(consumerDemand);
  const rows = new Map<string, AskedRow>();
  for (const ref of [...demand.order.map((one) => one.ref), ...wished]) {
    const own = needed.get(ref);
    const product = ownerIn(ref);
    if (!own || product === consumer.key) continue;
    const target = isWhole ? null : nameIn(ref);
    const key = isWhole ? product : ref;
    const before = rows.get(key);
    if (before && longerHistory(daysOf(before), own.days) === daysOf(before)) continue;
    const base = { consumer: consumer.key, product, kind: 'history' as const, rule: null, role: null };
    const because = [...own.because.values()].map(({ cause, path }) => ({ ...cause, path: printSteps(path) }));
    const asked = own.asked === undefined ? {} : { asked: own.asked };
    rows.set(key, { ...base, target, value: own.days, ...asked, offered, because });
  }
  return [...rows.values()];
}

function daysOf(row: AskedRow): number | 'all' | null {
  return typeof row.value === 'number' || row.value === 'all' ? row.value : null;
}

type StatedDays = { onModel: number | null; onMetric: Map<string, number>; onEntity: Map<string, Stated> };
type Stated = { days: number; name: string };

/** What a metric shows: the longest stated for the model, for it, or for the entity it measures. */
function shownDays(
  { consumer, demand }: ConsumerDemand,
  { onModel, onMetric, onEntity }: StatedDays,
  cause: number,
  measured: string,
): number | null {
  const named = demand.causes[cause];
  const own = named?.kind === 'metric' ? onMetric.get(named.name) : undefined;
  const all = [onModel, own, onEntity.get(`${consumer.key}.${measured}`)?.days].filter(
    (days) => typeof days === 'number',
  );
  return all.length === 0 ? null : Math.max(...all);
}

function statedDays(consumerDemand: ConsumerDemand): StatedDays {
  const { consumer } = consumerDemand;
  const stated: StatedDays = { onModel: null, onMetric: new Map(), onEntity: new Map() };
  for (const { id, rule, onId, origin } of indexModel(consumer.model).byKind.expectation) {
    if (rule.rule !== 'history' || origin !== 'stated') continue;
    const metric = recordOf(consumer.model, 'metric', onId);
    if (onId === null) stated.onModel = Math.max(stated.onModel ?? 0, rule.days);
    if (metric) stated.onMetric.set(metric.name, Math.max(stated.onMetric.get(metric.name) ?? 0, rule.days));
    else
      for (const ref of entitiesOf(consumerDemand, onId)) {
        const before = stated.onEntity.get(ref);
        if (!before || before.days < rule.days)
          stated.onEntity.set(ref, { days: rule.days, name: nameOfRecord(consumer.model, id) });
      }
  }
  return stated;
}
