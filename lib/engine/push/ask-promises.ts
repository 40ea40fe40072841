import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import { minutesOfClock } from '../clock-time';
import { type AvailabilityShares, carryAvailability, compositeOf } from '../demand/carry-availability';
import { type CarriedMinutes, carryMinutes } from '../demand/carry-minutes';
import type { Lineage } from '../lineage/lineage';
import type { ProductGraph } from '../lineage/product-graph';
import type { Cause, RequirementKind } from '../plan';
import { roundOff } from '../round-off';
import { printSteps, type Step } from '../steps';
import { buildIn, isVirtual } from '../supply/find-supply';
import { agreedNumber } from './agreed-value';
import { graphOf } from './ask-scope';
import type { AskedRow, OfferedTo } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { offeredToReader } from './offered-to-reader';

type Because = (path: Step) => () => Cause[];

/** End-to-end needs of one consumer, as what each upstream product must promise for them to hold. */
export type AskedPromises = {
  rows: AskedRow[];
  /** For every stated freshness what it comes to per product, and what is read for it. */
  freshness: AskedFreshness[];
  availability: AvailabilityShares | null;
  /** How old the consumer may become when everybody keeps what was agreed, where that is older than it states. */
  agreedFreshness: number | null;
};

/** `of` is the one entity or metric that needs it, and the need by name; null where the whole model does. */
export type AskedFreshness = {
  carried: CarriedMinutes;
  graph: ProductGraph;
  of: { expectation: string; label: string } | null;
};

export function askPromises(lineage: Lineage, consumerDemand: ConsumerDemand): AskedPromises {
  const { consumer } = consumerDemand;
  const asked: AskedPromises = { rows: [], freshness: [], availability: null, agreedFreshness: null };
  const isRuntime = (key: string) => isVirtual(lineage, key);
  const buildOf = buildIn(lineage);
  const spend = (key: string) => {
    const { every, takes } = buildOf(key);
    return every + takes;
  };
  for (const expectation of indexModel(consumer.model).byKind.expectation) {
    const { rule } = expectation;
    if (expectation.origin !== 'stated') continue;
    const name = nameOfRecord(consumer.model, expectation.id);
    const because: Because = (path) => () => [
      { consumer: consumer.key, metric: null, expectation: name, path: printSteps(path) },
    ];
    const own = graphOf(lineage, consumerDemand, expectation);
    if (!own) continue;
    // Written out, because there are more of these than of all other rows.
    const add = (at: RowAt, offered: OfferedTo, { value, path, asked: needed }: Needed) => {
      const { product, kind, rule: zone } = at;
      const row: AskedRow = {
        consumer: consumer.key,
        product,
        target: null,
        kind,
        rule: zone,
        role: null,
        value,
        offered,
        because: because(path),
      };
      if (at.timezone !== undefined) row.timezone = at.timezone;
      if (needed !== undefined) row.asked = needed;
      asked.rows.push(row);
    };
    const settled = (kind: RequirementKind, zone: string | null) => (product: string, value: number) =>
      agreedNumber(consumer.product, { product, target: null, kind, rule: zone, value });
    switch (rule.rule) {
      case 'freshness': {
        const carried = carryMinutes(own, consumer.key, rule.maxMinutes, spend, settled('freshness', null));
        const label = labelOfRecord(consumer.model, expectation.onId);
        const of = expectation.onId === null ? null : { expectation: name, label };
        asked.freshness.push({ carried, graph: own, of });
        if ([...carried.values()].some((one) => one.asked !== undefined)) {
          const plain = carryMinutes(own, consumer.key, rule.maxMinutes, spend);
          asked.agreedFreshness = oldest(asked.agreedFreshness, ageByAgreement(carried, plain, rule.maxMinutes));
        }
        const offered = offeredToReader(lineage, consumerDemand, 'freshness', own);
        for (const [product, { minutes: value, path, asked: needed }] of carried)
          if (product !== consumer.key)
            add({ product, kind: 'freshness', rule: null }, offered, { value, path, asked: needed });
        break;
      }
      case 'deadline': {
        const { timezone: usual } = lineage.snapshot.workspace;
        const timezone = rule.timezone ?? usual;
        const zone = timezone === usual ? null : timezone;
        const at = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 24 * 60;
        const settle = settled('deadline', zone);
        const carried = carryMinutes(own, consumer.key, at, (key) => buildOf(key).takes, settle);
        const offered = offeredToReader(lineage, consumerDemand, 'deadline', own);
        for (const [product, { minutes: value, path, asked: needed }] of carried)
          if (product !== consumer.key)
            add({ product, kind: 'deadline', rule: zone, timezone }, offered, { value, path, asked: needed });
        break;
      }
      case 'availability': {
        const assigned = carryAvailability(
          own,
          consumer.key,
          rule.min,
          lineage.snapshot.workspace.sloOwnShare,
          isRuntime,
        );
        const shares = settleShares(assigned, settled('availability', null));
        asked.availability = asked.availability ? strictestOf(asked.availability, shares) : shares;
        const offered = offeredToReader(lineage, consumerDemand, 'availability', own);
        for (const [product, { min: value, path, asked: needed }] of shares.shares)
          add({ product, kind: 'availability', rule: null }, offered, { value, path, asked: needed });
        break;
      }
      default:
        break;
    }
  }
  return asked;
}

type RowAt = Pick<AskedRow, 'product' | 'kind' | 'rule' | 'timezone'>;
type Needed = { value: number; path: Step; asked: number | undefined };

/** An agreed age and what the builds from there to the consumer add, the oldest of all; null when none is older than stated. */
function ageByAgreement(carried: CarriedMinutes, plain: CarriedMinutes, stated: number): number | null {
  const ages = [...carried].flatMap(([product, { minutes, asked }]) =>
    asked === undefined ? [] : [roundOff(minutes + stated - (plain.get(product)?.minutes ?? asked))],
  );
  const age = Math.max(stated, ...ages);
  return age > stated ? age : null;
}

function oldest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** Nobody else is asked for more because one agreed on less: together it comes to less. */
function settleShares(
  assigned: AvailabilityShares,
  settle: (product: string, value: number) => number,
): AvailabilityShares {
  const settled = new Map(
    [...assigned.shares].map(([product, share]) => {
      const min = settle(product, share.min);
      return [product, min === share.min ? share : { ...share, min, asked: share.min }];
    }),
  );
  const isSame = [...settled].every(([product, share]) => share === assigned.shares.get(product));
  return isSame ? assigned : { ...assigned, shares: settled, composite: compositeOf(assigned.own, settled) };
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
