import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { indexModel } from '@/lib/model/model-index';
import type { ModelRecord } from '@/lib/model/records';
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
  const { key } = demand.consumer;
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
    const takes = spends.map((step) => `${names.product(step)} takes ${describeMinutes(buildIn(lineage)(step).takes)}`);
    const after = takes.length === 0 ? '' : ` and then ${joinWords(takes)}`;
    const wanted = describeClock(required + spends.reduce((sum, step) => sum + buildIn(lineage)(step).takes, 0));
    const words = `${names.product(key)} must be ready by ${wanted}, but ${names.product(at)} closes at ${describeClock(closes)}${after}: ${describeMinutes(short)} too late. ${ownedBy(names, at)}`;
    return [
      {
        code: 'infeasible-deadline',
        consumer: key,
        at,
        products: spends,
        path,
        numbers: { requiredAt: describeClock(required), closesAt: product.promises.deadline, shortMinutes: short },
        words,
        propose: () => proposals(facts, at, { required, short, spends }),
      },
    ];
  });
}

function describeClock(minutes: number): string {
  const { at, dayOffset } = toClock(minutes);
  if (dayOffset === 0) return at;
  return `${at} ${dayOffset < 0 ? 'the day before' : 'the day after'}`;
}

type Late = { required: number; short: number; spends: readonly string[] };

function proposals({ lineage, names, demand }: OwnFacts, at: string, { required, short, spends }: Late): Proposal[] {
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
  const usual = lineage.snapshot.workspace.timezone;
  const later = indexModel(consumer.model).byKind.expectation.flatMap((record): { put: ModelRecord; at: string }[] => {
    const { rule } = record;
    if (rule.rule !== 'deadline' || (rule.timezone ?? usual) !== usual) return [];
    const moved = toClock(minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440 + short);
    const put = { ...record, rule: { ...rule, at: moved.at, dayOffset: moved.dayOffset } };
    return [{ put, at: describeClock(minutesOfClock(moved.at) + moved.dayOffset * 1440) }];
  });
  const [first] = later;
  return [
    ...(dayOffset === 0 ? [earlier] : []),
    ...faster,
    ...(first
      ? [
          {
            words: `Be ready by ${first.at} instead.`,
            change: {
              schedules: [],
              records: [{ product: consumer.key, put: later.map(({ put }) => put), remove: [] }],
            },
          },
        ]
      : []),
  ];
}
