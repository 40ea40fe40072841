import { compareText } from '@/lib/base/compare-text';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { minutesOfClock, toClock } from '../clock-time';
import { causesOf } from '../push/asked-row';
import { buildIn } from '../supply/find-supply';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

/**
 * A source that closes its day too late for what is made of it: what it promises is when it can close, and what runs after
 * it takes its time. Only deadlines in the workspace's own zone are compared; what others are here depends on the day.
 */
export function findLateDeadlines(facts: OwnFacts): FoundConflict[] {
  const { lineage, names, demand } = facts;
  const { key, model } = demand.consumer;
  if (!indexModel(model).byKind.expectation.some(({ rule }) => rule.rule === 'deadline')) return [];
  const found = new Map<string, { required: number; path: string[] }>();
  for (const { kind, product, rule, value, because } of facts.asked) {
    if (kind !== 'deadline' || rule !== null) continue;
    const before = found.get(product);
    if (!before || Number(value) < before.required)
      found.set(product, { required: Number(value), path: causesOf(because)[0]?.path ?? [] });
  }
  return [...found].flatMap(([at, { required, path }]): FoundConflict[] => {
    const product = lineage.product(at)?.product;
    if (product?.alignment !== 'source' || product.promises.deadline === undefined) return [];
    const closes = minutesOfClock(product.promises.deadline);
    if (required >= closes) return [];
    const short = closes - required;
    const spends = path.filter((step) => step !== at && buildIn(lineage)(step).takes > 0);
    const takes = [...spends]
      .reverse()
      .map((step) => `${names.product(step)} takes ${describeMinutes(buildIn(lineage)(step).takes)}`);
    const after = takes.length === 0 ? '' : ` and then ${joinWords(takes)}`;
    const wanted = describeClock(required + spends.reduce((sum, step) => sum + buildIn(lineage)(step).takes, 0));
    const sameDay = required < 0 ? ' that day' : '';
    const words = `${names.product(key)} must be ready by ${wanted}, but ${names.product(at)} closes at ${describeClock(closes)}${sameDay}${after}: ${describeMinutes(short)} too late. ${ownedBy(names, at)}`;
    return [
      {
        code: 'infeasible-deadline',
        consumer: key,
        at,
        products: spends,
        path,
        numbers: { requiredAt: describeClock(required), closesAt: product.promises.deadline, shortMinutes: short },
        words,
        propose: () => proposals(facts, at, { required, closes, spends }),
      },
    ];
  });
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
  const { at: clock, dayOffset } = toClock(required);
  const earlier: Proposal = {
    words: `${names.product(at)} closes by ${clock}.`,
    change: { schedules: [], promises: [{ product: at, promises: { deadline: clock } }] },
  };
  const faster = spends.flatMap((product): Proposal[] => {
    const { every, takes } = buildIn(lineage)(product);
    if (lineage.product(product)?.product.build.mode !== 'scheduled' || takes <= short) return [];
    const words = `Run ${names.product(product)} in ${describeMinutes(takes - short)} instead of ${describeMinutes(takes)}.`;
    return [{ words, change: { schedules: [{ product, everyMinutes: every, takesMinutes: takes - short }] } }];
  });
  const { consumer } = demand;
  const later = laterNeeds(facts, at, closes);
  const [first] = later;
  return [
    ...(dayOffset === 0 ? [earlier] : []),
    ...faster,
    ...(first
      ? [
          {
            words: `Be ready by ${describeClock(first.minutes)} instead.`,
            change: {
              schedules: [],
              records: [{ product: consumer.key, put: later.map(({ put }) => put), remove: [] }],
            },
          },
        ]
      : []),
  ];
}

type LaterNeed = { put: ExpectationRecord; minutes: number };

/** Every need this product closes too late for, each moved by as much as it is late; the earliest first. */
function laterNeeds({ asked, demand }: OwnFacts, at: string, closes: number): LaterNeed[] {
  const { model } = demand.consumer;
  const late = new Map<string, number>();
  for (const { kind, product, rule, value, because } of asked) {
    if (kind !== 'deadline' || rule !== null || product !== at || Number(value) >= closes) continue;
    for (const { expectation = '' } of causesOf(because))
      late.set(expectation, Math.max(late.get(expectation) ?? 0, closes - Number(value)));
  }
  return indexModel(model)
    .byKind.expectation.flatMap((record): LaterNeed[] => {
      const short = late.get(nameOfRecord(model, record.id));
      if (record.rule.rule !== 'deadline' || record.origin !== 'stated' || short === undefined) return [];
      const minutes = minutesOfClock(record.rule.at) + (record.rule.dayOffset ?? 0) * 1440 + short;
      const moved = toClock(minutes);
      return [{ put: { ...record, rule: { ...record.rule, at: moved.at, dayOffset: moved.dayOffset } }, minutes }];
    })
    .sort((a, b) => a.minutes - b.minutes || compareText(a.put.id, b.put.id));
}
