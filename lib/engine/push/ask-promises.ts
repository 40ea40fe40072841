import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, RecordId } from '@/lib/model/records';
import { minutesOfClock } from '../clock-time';
import { type AvailabilityShares, carryAvailability } from '../demand/carry-availability';
import { carryCompleteness, minOfBudget } from '../demand/carry-completeness';
import { type CarriedMinutes, carryMinutes, tightestPath } from '../demand/carry-minutes';
import { expandMetric } from '../demand/expand-metric';
import { nameNode, shorten } from '../demand/find-path';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import { buildIn, isVirtual } from '../supply/find-supply';
import { entitiesOf, graphOf } from './ask-scope';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/** End-to-end needs of one consumer, as what each upstream product must promise for them to hold. */
export type AskedPromises = {
  rows: AskedRow[];
  /** The strictest freshness per product that this consumer alone needs, for every stated freshness. */
  freshness: CarriedMinutes[];
  availability: AvailabilityShares | null;
};

export function askPromises(lineage: Lineage, consumerDemand: ConsumerDemand): AskedPromises {
  const { consumer } = consumerDemand;
  const asked: AskedPromises = { rows: [], freshness: [], availability: null };
  const isRuntime = (key: string) => isVirtual(lineage, key);
  const buildOf = buildIn(lineage);
  const spend = (key: string) => buildOf(key).every + buildOf(key).takes;
  for (const expectation of indexModel(consumer.model).byKind.expectation) {
    const { rule } = expectation;
    if (expectation.origin !== 'stated') continue;
    const name = nameOfRecord(consumer.model, expectation.id);
    const because = (path: string[]): Cause[] => [
      { consumer: consumer.key, metric: null, expectation: name, path: shorten(path) },
    ];
    const base = { consumer: consumer.key, target: null, rule: null, role: null };
    const own = graphOf(consumerDemand, expectation);
    if (!own) continue;
    switch (rule.rule) {
      case 'freshness': {
        const carried = carryMinutes(own, consumer.key, rule.maxMinutes, spend);
        asked.freshness.push(carried);
        for (const [product, { minutes }] of carried)
          if (product !== consumer.key)
            asked.rows.push({
              ...base,
              product,
              kind: 'freshness',
              value: minutes,
              because: because(tightestPath(carried, product)),
            });
        break;
      }
      case 'deadline': {
        const timezone = rule.timezone ?? lineage.snapshot.workspace.timezone;
        const at = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 24 * 60;
        const carried = carryMinutes(own, consumer.key, at, (key) => buildOf(key).takes);
        for (const [product, { minutes }] of carried)
          if (product !== consumer.key)
            asked.rows.push({
              ...base,
              product,
              kind: 'deadline',
              value: minutes,
              timezone,
              because: because(tightestPath(carried, product)),
            });
        break;
      }
      case 'availability': {
        const shares = carryAvailability(
          own,
          consumer.key,
          rule.min,
          lineage.snapshot.workspace.sloOwnShare,
          isRuntime,
        );
        if (!asked.availability || shares.own > asked.availability.own) asked.availability = shares;
        for (const [product, value] of shares.shares)
          asked.rows.push({
            ...base,
            product,
            kind: 'availability',
            value,
            because: because(pathVia(shares.via, consumer.key, product)),
          });
        break;
      }
      case 'completeness':
        if (isPlannedCompleteness(expectation))
          asked.rows.push(...askCompleteness(consumerDemand, expectation, because));
        break;
      default:
        break;
    }
  }
  return asked;
}

/** Rows, unweighted, of the model, an entity or a metric. */
export function isPlannedCompleteness({ rule }: ExpectationRecord): boolean {
  return rule.rule === 'completeness' && (rule.of ?? 'rows') === 'rows' && rule.weight === undefined;
}

function askCompleteness(
  consumerDemand: ConsumerDemand,
  expectation: ExpectationRecord,
  because: (path: string[]) => Cause[],
): AskedRow[] {
  const { rule, onId } = expectation;
  const { consumer, demand } = consumerDemand;
  if (rule.rule !== 'completeness') return [];
  const isFiltered = rule.when !== undefined || isFilteredMetric(consumerDemand, onId);
  const carried = carryCompleteness(demand, entitiesOf(consumerDemand, onId), rule.min, isFiltered);
  const rows = [...carried].flatMap(([ref, { budget, approximate }]): AskedRow[] => {
    const needed = demand.entities.get(ref);
    if (!needed || needed.product === consumer.key) return [];
    const path: string[] = [];
    for (let at: string | null = ref; at !== null; at = carried.get(at)?.via ?? null) path.push(nameNode(at, null));
    return [
      {
        consumer: consumer.key,
        product: needed.product,
        target: onId === null ? null : needed.name,
        kind: 'completeness',
        rule: null,
        role: null,
        value: minOfBudget(budget),
        approximate,
        because: because(path.reverse()),
      },
    ];
  });
  if (onId !== null) return rows;
  const strictest = new Map<string, AskedRow>();
  for (const row of rows) {
    const before = strictest.get(row.product);
    if (!before || Number(row.value) > Number(before.value)) strictest.set(row.product, row);
    else if (row.value === before.value && row.approximate)
      strictest.set(row.product, { ...before, approximate: true });
  }
  return [...strictest.values()];
}

function isFilteredMetric({ consumer }: ConsumerDemand, onId: RecordId | null): boolean {
  const metric = recordOf(consumer.model, 'metric', onId);
  if (!metric) return false;
  return expandMetric(consumer.model, metric).some((leg) => leg.filters.length > 0 || leg.segmentIds.length > 0);
}

function pathVia(via: ReadonlyMap<string, string>, consumer: string, product: string): string[] {
  const path: string[] = [product];
  for (let at = via.get(product); at !== undefined; at = via.get(at)) path.push(at);
  return path.at(-1) === consumer ? path.reverse() : [consumer, ...path.reverse()];
}
