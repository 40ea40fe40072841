import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import { minutesOfClock } from '../clock-time';
import { type AvailabilityShares, carryAvailability, compositeOf } from '../demand/carry-availability';
import { type CarriedMinutes, carryMinutes } from '../demand/carry-minutes';
import type { Lineage } from '../lineage/lineage';
import type { Cause } from '../plan';
import { printSteps, type Step } from '../steps';
import { buildIn, isVirtual } from '../supply/find-supply';
import { graphOf } from './ask-scope';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

type Because = (path: Step) => () => Cause[];

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
    const because: Because = (path) => () => [
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
