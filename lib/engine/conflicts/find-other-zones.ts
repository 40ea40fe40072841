import { zoneDifferences } from '@/lib/base/time-zone';
import { indexModel } from '@/lib/model/model-index';
import type { ExpectationRecord } from '@/lib/model/records';
import { minutesOfClock, toClock } from '../clock-time';
import { describeHour } from '../push/describe-hour';
import { zoneShift } from '../zone-shift';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

/** A deadline of another zone: what it is in the zone of the promises depends on the day, so nothing can be compared. */
export function findOtherZones(facts: OwnFacts): FoundConflict[] {
  const { names, demand, lineage } = facts;
  const { consumer } = demand;
  const usual = lineage.snapshot.workspace.timezone;
  return indexModel(consumer.model).byKind.expectation.flatMap((record): FoundConflict[] => {
    const { rule } = record;
    if (rule.rule !== 'deadline' || record.origin !== 'stated' || (rule.timezone ?? usual) === usual) return [];
    if (zoneShift(lineage.snapshot, rule.timezone ?? null) !== null) return [];
    const [nearest] = demand.graph.inputs.get(consumer.key) ?? [];
    return [
      {
        code: 'timezone',
        consumer: consumer.key,
        at: nearest ?? consumer.key,
        target: 'deadline',
        severity: 'warning',
        products: [...(demand.graph.inputs.get(consumer.key) ?? [])],
        path: [consumer.key],
        numbers: { timezone: rule.timezone, workspaceTimezone: usual },
        words: `${names.product(consumer.key)} must be ready by ${describeHour(rule.at, rule.dayOffset)} in ${rule.timezone}, but everybody else promises in ${usual}. The difference depends on the day, so nobody can tell whether it is kept. ${ownedBy(names, nearest ?? consumer.key)}`,
        propose: () => [
          ...strictestHour(facts, record, rule),
          {
            words: `Say ${describeHour(rule.at, rule.dayOffset)} in ${usual} instead, if that clock is meant.`,
            change: {
              schedules: [],
              records: [{ product: consumer.key, put: [{ ...record, rule: inUsual(rule, rule) }], remove: [] }],
            },
            loses: [`${rule.at} ${rule.timezone}`],
          },
        ],
      },
    ];
  });
}

type Deadline = Extract<ExpectationRecord['rule'], { rule: 'deadline' }>;

/** The hour of the workspace that is not later than the stated one on any day. */
function strictestHour({ demand, lineage }: OwnFacts, record: ExpectationRecord, rule: Deadline): Proposal[] {
  const usual = lineage.snapshot.workspace.timezone;
  const most = zoneDifferences(usual, rule.timezone ?? usual).at(-1);
  if (most === undefined) return [];
  const hour = toClock(minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 24 * 60 - most);
  return [
    {
      words: `Be ready by ${describeHour(hour.at, hour.dayOffset, usual)} instead, which is never later than ${describeHour(rule.at, rule.dayOffset)} in ${rule.timezone}.`,
      change: {
        schedules: [],
        records: [{ product: demand.consumer.key, put: [{ ...record, rule: inUsual(rule, hour) }], remove: [] }],
      },
    },
  ];
}

/** A deadline in the workspace's own zone. */
function inUsual(
  { timezone: _, ...rule }: Deadline,
  { at, dayOffset }: { at: string; dayOffset?: number | undefined },
): Deadline {
  return dayOffset === undefined ? { ...rule, at } : { ...rule, at, dayOffset };
}
