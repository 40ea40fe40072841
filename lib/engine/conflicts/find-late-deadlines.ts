import { compareText } from '@/lib/base/compare-text';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { minutesOfClock, toClock } from '../clock-time';
import { type AskedRow, causesOf, type OfferedTo } from '../push/asked-row';
import { buildIn, readyToday } from '../supply/find-supply';
import { zoneShift } from '../zone-shift';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

/**
 * Whoever is ready too late for what is made of it, however early the others are: a source closes when it promises to, and
 * what runs after it takes its time. Told of the left-most, which is an aggregate where its sources may close that late by
 * agreement; once for each, by the need it is latest for. Where it depends on the day, nobody can compare.
 */
export function findLateDeadlines(facts: OwnFacts): FoundConflict[] {
  const { lineage, names, demand } = facts;
  const { key, model } = demand.consumer;
  if (!indexModel(model).byKind.expectation.some(({ rule }) => rule.rule === 'deadline')) return [];
  const found = new Map<string, LateAsk>();
  for (const late of lateAsks(facts)) {
    const before = found.get(late.at);
    if (!before || late.required < before.required) found.set(late.at, late);
  }
  return [...found.values()].map(({ at, required, closes, zone, because }): FoundConflict => {
    const path = causesOf(because)[0]?.path ?? [];
    const short = closes - required;
    const spends = path.filter((step) => step !== at && buildIn(lineage)(step).takes > 0);
    const takes = [...spends]
      .reverse()
      .map((step) => `${names.product(step)} takes ${describeMinutes(buildIn(lineage)(step).takes)}`);
    const after = takes.length === 0 ? '' : ` and then ${joinWords(takes)}`;
    const shift = zoneShift(lineage.snapshot, zone) ?? 0;
    const wanted = describeClock(
      required + shift + spends.reduce((sum, step) => sum + buildIn(lineage)(step).takes, 0),
    );
    const hours =
      zone === null
        ? { need: wanted, close: `${describeClock(closes)}${required < 0 ? ' that day' : ''}` }
        : { need: `${wanted} in ${zone}`, close: `${describeClock(closes)} in ${lineage.snapshot.workspace.timezone}` };
    const waitsFor = latestInput(facts, at);
    const is =
      waitsFor === null
        ? `${names.product(at)} closes at ${hours.close}`
        : `${names.product(at)} waits for ${names.product(waitsFor)} and is ready at ${hours.close} at best`;
    const words = `${names.product(key)} must be ready by ${hours.need}, but ${is}${after}: ${describeMinutes(short)} too late. ${ownedBy(names, at)}`;
    return {
      code: 'infeasible-deadline',
      consumer: key,
      at,
      products: spends,
      path,
      numbers: { requiredAt: describeClock(required), closesAt: toClock(closes).at, shortMinutes: short },
      words,
      propose: () => proposals(facts, at, { required, closes, spends }),
    };
  });
}

/** A need that somebody is ready too late for, both told in the workspace's zone. `zone`: the need's own, where it has one. */
type LateAsk = { at: string; required: number; closes: number; zone: string | null; because: AskedRow['because'] };

function lateAsks({ asked, lineage, demand }: OwnFacts): LateAsk[] {
  const lateFor = new Map<OfferedTo, Set<string>>();
  const late = asked.flatMap(({ kind, product: at, rule: zone, value, offered, because }) => {
    const shift = kind === 'deadline' && offered ? zoneShift(lineage.snapshot, zone) : null;
    if (shift === null || !offered) return [];
    const { supply, best: closes } = offered(at, null);
    const required = Number(value) - shift;
    if (supply === null || required >= Math.min(supply, closes)) return [];
    lateFor.set(offered, (lateFor.get(offered) ?? new Set()).add(at));
    return [{ at, required, closes, zone, because, offered }];
  });
  return late.filter(
    ({ at, offered }) => !(demand.graph.inputs.get(at) ?? []).some((input) => lateFor.get(offered)?.has(input)),
  );
}

/** Whom a product waits for longest; null where it waits for nobody. */
function latestInput({ lineage, demand }: OwnFacts, at: string): string | null {
  const { earliest } = readyToday(lineage, demand.graph);
  const inputs = [...(demand.graph.inputs.get(at) ?? [])].sort(
    (a, b) => (earliest.get(b) ?? 0) - (earliest.get(a) ?? 0) || compareText(a, b),
  );
  return inputs[0] ?? null;
}

/** The source that decides when a product can be ready at all. */
function latestSource(facts: OwnFacts, from: string): string {
  let at = from;
  for (let input = latestInput(facts, at); input !== null; input = latestInput(facts, at)) at = input;
  return at;
}

function describeClock(minutes: number): string {
  const { at, dayOffset } = toClock(minutes);
  if (dayOffset === 0) return at;
  return `${at} ${dayOffset < 0 ? 'the day before' : 'the day after'}`;
}

type Late = { required: number; closes: number; spends: readonly string[] };

function proposals(facts: OwnFacts, at: string, { required, closes, spends }: Late): Proposal[] {
  const { lineage, names, demand } = facts;
  const short = closes - required;
  const source = latestSource(facts, at);
  const promised = lineage.product(source)?.product.promises.deadline;
  const { at: clock, dayOffset } = toClock(promised === undefined ? required : minutesOfClock(promised) - short);
  const earlier: Proposal = {
    words: `${names.product(source)} closes by ${clock}.`,
    change: { schedules: [], promises: [{ product: source, promises: { deadline: clock } }] },
  };
  const runs = source === at ? spends : [...spends, at];
  const faster = runs.flatMap((product): Proposal[] => {
    const { every, takes } = buildIn(lineage)(product);
    if (lineage.product(product)?.product.build.mode !== 'scheduled' || takes <= short) return [];
    const words = `Run ${names.product(product)} in ${describeMinutes(takes - short)} instead of ${describeMinutes(takes)}.`;
    return [{ words, change: { schedules: [{ product, everyMinutes: every, takesMinutes: takes - short }] } }];
  });
  const { consumer } = demand;
  const later = laterNeeds(facts);
  const [first] = later;
  return [
    ...(dayOffset === 0 ? [earlier] : []),
    ...faster,
    ...(first
      ? [
          {
            words: `Be ready by ${describeClock(first.minutes)}${first.zone === undefined ? '' : ` in ${first.zone}`} instead.`,
            change: {
              schedules: [],
              records: [{ product: consumer.key, put: later.map(({ put }) => put), remove: [] }],
            },
          },
        ]
      : []),
  ];
}

type LaterNeed = { put: ExpectationRecord; minutes: number; zone: string | undefined };

/** Every need that anybody closes too late for, moved to where all of them can keep it; the earliest first. */
function laterNeeds(facts: OwnFacts): LaterNeed[] {
  const { model } = facts.demand.consumer;
  const late = new Map<string, number>();
  for (const { required, closes, because } of lateAsks(facts))
    for (const { expectation = '' } of causesOf(because))
      late.set(expectation, Math.max(late.get(expectation) ?? 0, closes - required));
  return indexModel(model)
    .byKind.expectation.flatMap((record): LaterNeed[] => {
      const short = late.get(nameOfRecord(model, record.id));
      if (record.rule.rule !== 'deadline' || record.origin !== 'stated' || short === undefined) return [];
      const minutes = minutesOfClock(record.rule.at) + (record.rule.dayOffset ?? 0) * 1440 + short;
      const moved = toClock(minutes);
      const put = { ...record, rule: { ...record.rule, at: moved.at, dayOffset: moved.dayOffset } };
      return [{ put, minutes, zone: record.rule.timezone }];
    })
    .sort((a, b) => a.minutes - b.minutes || compareText(a.put.id, b.put.id));
}
