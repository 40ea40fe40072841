import { compareText } from '@/lib/base/compare-text';
import { describeDays } from '@/lib/base/describe-days';
import { describeMinutes } from '@/lib/base/duration';
import { once } from '@/lib/base/once';
import type { Policy } from '@/lib/catalog/snapshot';
import type { HouseRule } from '@/lib/model/rule';
import { minutesOfClock, toClock } from '../clock-time';
import type { ConflictCode, Requirement } from '../plan';
import { describeHour } from '../push/describe-hour';
import { rulesThatApply } from '../push/house-rules';
import { buildIn, findSupply, type Supply } from '../supply/find-supply';
import { zoneShift } from '../zone-shift';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { fasterAlone } from './faster-alone';
import { ownedBy } from './owned-by';

type Ruled<Kind extends HouseRule['rule']> = { policy: Policy; rule: Extract<HouseRule, { rule: Kind }> };
type Told = Pick<FoundConflict, 'numbers' | 'words'> & {
  code: ConflictCode;
  /** The house rule, by key. */
  target: string;
  propose: () => Proposal[];
};

/**
 * House rules that cannot be kept, whatever anybody needs: younger or earlier than a product can be, or a longer past than
 * another house rule lets it keep. Told of the products a consumer needs, beside what it needs itself.
 */
export function findBrokenHouseRules(facts: ConflictFacts): FoundConflict[] {
  const { demand, lineage, open, names } = facts;
  const { key } = demand.consumer;
  const supply = once(() => findSupply(lineage, demand.graph));
  return open.flatMap((row): FoundConflict[] => {
    const told = tell(facts, row, supply);
    if (!told) return [];
    const words = `${told.words} ${ownedBy(names, row.product)}`;
    return [{ ...told, words, consumer: key, at: row.product, products: [row.product], path: [row.product] }];
  });
}

function tell(facts: ConflictFacts, row: Requirement, supply: () => Supply): Told | null {
  if (row.kind === 'freshness' && row.verdict === 'infeasible') return tellAge(facts, row, supply());
  if (row.kind === 'deadline' && row.verdict === 'infeasible') return tellDeadline(facts, row, supply());
  return row.kind === 'history' && row.verdict === 'conflict' ? tellHistory(facts, row) : null;
}

/** The strictest house rule of a kind that is among the causes; null where none is. `ask` is greater the more it asks. */
function ruleOf<Kind extends HouseRule['rule']>(
  { lineage }: ConflictFacts,
  row: Requirement,
  kind: Kind,
  ask: (rule: Ruled<Kind>['rule']) => number,
): Ruled<Kind> | null {
  const isOfKind = (rule: HouseRule): rule is Ruled<Kind>['rule'] => rule.rule === kind;
  const keys = new Set(row.because.flatMap(({ policy }) => policy ?? []));
  const ruled = lineage.snapshot.policies.flatMap((policy) =>
    keys.has(policy.key) ? policy.requires.filter(isOfKind).map((rule) => ({ policy, rule })) : [],
  );
  return ruled.sort((a, b) => ask(b.rule) - ask(a.rule) || compareText(a.policy.key, b.policy.key))[0] ?? null;
}

function tellAge(facts: ConflictFacts, row: Requirement, supply: Supply): Told | null {
  const ruled = ruleOf(facts, row, 'freshness', ({ maxMinutes }) => -maxMinutes);
  const best = supply.best.get(row.product) ?? 0;
  if (!ruled || ruled.rule.maxMinutes >= best) return null;
  const { names, lineage } = facts;
  const { policy, rule } = ruled;
  const { every, takes } = buildIn(lineage)(row.product);
  const isSource = lineage.product(row.product)?.product.alignment === 'source';
  const how =
    best === every + takes
      ? `${every > 0 ? `it runs every ${describeMinutes(every)} and takes` : 'it takes'} ${describeMinutes(takes)}: ${describeMinutes(best)} at best`
      : isSource
        ? `it promises no better than ${describeMinutes(best)}`
        : `with what it reads it is ${describeMinutes(best)} old at best`;
  const possible = supply.freshness.get(row.product) ?? best;
  return {
    code: 'infeasible-freshness',
    target: policy.key,
    numbers: { requiredMinutes: rule.maxMinutes, bestMinutes: best, policy: policy.key },
    words: `The house rule “${policy.key}” wants ${names.product(row.product)} at most ${describeMinutes(rule.maxMinutes)} old, but ${how}.`,
    propose: () => [
      ...fasterAlone(facts, row.product, { required: rule.maxMinutes, best }),
      ...otherRules(policy, rule, {
        words: `allow ${describeMinutes(possible)}`,
        rule: { ...rule, maxMinutes: possible },
      }),
    ],
  };
}

function tellDeadline(facts: ConflictFacts, row: Requirement, supply: Supply): Told | null {
  const { snapshot } = facts.lineage;
  const { timezone: usual } = snapshot.workspace;
  const minutesIn = ({ at, dayOffset = 0 }: Ruled<'deadline'>['rule']) => minutesOfClock(at) + dayOffset * 1440;
  const isHere = ({ timezone }: Ruled<'deadline'>['rule']) => (timezone ?? usual) === (row.rule ?? usual);
  const ruled = ruleOf(facts, row, 'deadline', (rule) => (isHere(rule) ? -minutesIn(rule) : Number.NEGATIVE_INFINITY));
  const earliest = supply.earliest.get(row.product);
  const shift = zoneShift(snapshot, row.rule);
  if (!ruled || !isHere(ruled.rule) || earliest === undefined || shift === null) return null;
  const short = earliest + shift - minutesIn(ruled.rule);
  if (short <= 0) return null;
  const { names, lineage } = facts;
  const { policy, rule } = ruled;
  const ready = toClock(earliest);
  const asked = toClock(minutesIn(rule) - shift);
  const later = toClock(earliest + shift);
  const [there, here] = row.rule === null ? ['', ''] : [` in ${row.rule}`, ` in ${usual}`];
  const name = names.product(row.product);
  const isSource = lineage.product(row.product)?.product.alignment === 'source';
  const how = isSource ? `it closes at ${ready.at}${here}` : `it cannot be ready before ${ready.at}${here}`;
  return {
    code: 'infeasible-deadline',
    target: policy.key,
    numbers: { requiredAt: rule.at, readyAt: ready.at, shortMinutes: short, policy: policy.key },
    words: `The house rule “${policy.key}” wants ${name} ready by ${rule.at}${there}, but ${how}, ${describeMinutes(short)} too late.`,
    propose: () => [
      ...(isSource && asked.dayOffset === 0
        ? [
            {
              words: `${name} closes by ${asked.at}${here}.`,
              change: { schedules: [], promises: [{ product: row.product, promises: { deadline: asked.at } }] },
            },
          ]
        : []),
      ...otherRules(policy, rule, {
        words: `allow ${describeHour(later.at, later.dayOffset)}${there}`,
        rule: { ...rule, at: later.at, dayOffset: later.dayOffset },
      }),
    ],
  };
}

function tellHistory(facts: ConflictFacts, row: Requirement): Told | null {
  const ruled = ruleOf(facts, row, 'history', ({ days }) => days);
  const limit = ruled && leastMaximum(facts, row);
  if (!ruled || !limit || ruled.rule.days <= limit.rule.days) return null;
  const { policy, rule } = ruled;
  const [wanted, allowed] = [describeDays(rule.days), describeDays(limit.rule.days)];
  return {
    code: 'history-max',
    target: policy.key,
    numbers: { neededDays: rule.days, allowedDays: limit.rule.days, policy: limit.policy.key, wantedBy: policy.key },
    words: `The house rule “${policy.key}” wants ${wanted} of ${facts.names.product(row.product)} kept, but the house rule “${limit.policy.key}” lets it keep ${allowed} at most.`,
    propose: () => [
      ...otherRules(limit.policy, limit.rule, {
        words: `allow ${wanted}`,
        rule: { ...limit.rule, days: rule.days },
      }).slice(0, 1),
      ...otherRules(policy, rule, { words: `ask for ${allowed}`, rule: { ...rule, days: limit.rule.days } }),
    ],
  };
}

function leastMaximum({ lineage, classesIn }: ConflictFacts, row: Requirement): Ruled<'history-max'> | null {
  const product = lineage.product(row.product)?.product;
  const limits = rulesThatApply(lineage, product ? [row.product] : [], classesIn).flatMap(
    ({ policy, rule }): Ruled<'history-max'>[] => (rule.rule === 'history-max' ? [{ policy, rule }] : []),
  );
  return limits.sort((a, b) => a.rule.days - b.rule.days || compareText(a.policy.key, b.policy.key))[0] ?? null;
}

/** The rule as it could be kept, then without it. */
function otherRules(policy: Policy, rule: HouseRule, kept: { words: string; rule: HouseRule }): Proposal[] {
  const put = { ...policy, requires: policy.requires.map((one) => (one === rule ? kept.rule : one)) };
  return [
    {
      words: `Let the house rule “${policy.key}” ${kept.words}.`,
      change: { schedules: [], policies: { drop: [], put: [put] } },
    },
    {
      words: `Take back the house rule “${policy.key}”.`,
      change: { schedules: [], policies: { drop: [policy.key] } },
    },
  ];
}
