import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, RecordId } from '@/lib/model/records';
import { minutesOfClock } from '../clock-time';
import { type AvailabilityShares, carryAvailability, compositeOf } from '../demand/carry-availability';
import { carryCompleteness, minOfBudget } from '../demand/carry-completeness';
import { type CarriedMinutes, carryMinutes } from '../demand/carry-minutes';
import { expandMetric } from '../demand/expand-metric';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import { printSteps, type Step } from '../steps';
import { buildIn, isVirtual } from '../supply/find-supply';
import { graphOf, measuredEntitiesOf } from './ask-scope';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

type Because = (path: Step) => Cause[];

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
    const because: Because = (path) => [
      { consumer: consumer.key, metric: null, expectation: name, path: printSteps(path) },
    ];
    const base = { consumer: consumer.key, target: null, rule: null, role: null };
    const own = graphOf(lineage, consumerDemand, expectation);
    if (!own) continue;
    switch (rule.rule) {
      case 'freshness': {
        const carried = carryMinutes(own, consumer.key, rule.maxMinutes, spend);
        asked.freshness.push(carried);
        for (const [product, { minutes, path }] of carried)
          if (product !== consumer.key)
            asked.rows.push({
              ...base,
              product,
              kind: 'freshness',
              value: minutes,
              because: because(path),
            });
        break;
      }
      case 'deadline': {
        const { timezone: usual } = lineage.snapshot.workspace;
        const timezone = rule.timezone ?? usual;
        const zoned = { ...base, rule: timezone === usual ? null : timezone, timezone };
        const at = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 24 * 60;
        const carried = carryMinutes(own, consumer.key, at, (key) => buildOf(key).takes);
        for (const [product, { minutes, path }] of carried)
          if (product !== consumer.key)
            asked.rows.push({
              ...zoned,
              product,
              kind: 'deadline',
              value: minutes,
              because: because(path),
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
        asked.availability = asked.availability ? strictestOf(asked.availability, shares) : shares;
        for (const [product, { min, path }] of shares.shares)
          asked.rows.push({
            ...base,
            product,
            kind: 'availability',
            value: min,
            because: because(path),
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

/** Several needs of one consumer: the larger share for itself and for everybody, and what those promise together. */
function strictestOf(a: AvailabilityShares, b: AvailabilityShares): AvailabilityShares {
  const shares = new Map(a.shares);
  for (const [product, share] of b.shares) {
    const before = shares.get(product);
    if (!before || before.min < share.min) shares.set(product, share);
  }
  const own = Math.max(a.own, b.own);
  return { own, shares, composite: compositeOf(own, shares) };
}

/** Rows, unweighted, of the model, an entity or a metric. */
export function isPlannedCompleteness({ rule }: ExpectationRecord): boolean {
  return rule.rule === 'completeness' && (rule.of ?? 'rows') === 'rows' && rule.weight === undefined;
}

function askCompleteness(consumerDemand: ConsumerDemand, expectation: ExpectationRecord, because: Because): AskedRow[] {
  const { rule, onId } = expectation;
  const { consumer, demand } = consumerDemand;
  if (rule.rule !== 'completeness') return [];
  const isFiltered = rule.when !== undefined || isFilteredMetric(consumerDemand, onId);
  const carried = carryCompleteness(demand, measuredEntitiesOf(consumerDemand, onId), rule.min, isFiltered);
  const rows = [...carried].flatMap(([ref, { budget, approximate, path }]): AskedRow[] => {
    const needed = demand.entities.get(ref);
    if (!needed || needed.product === consumer.key) return [];
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
        because: because(path),
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
