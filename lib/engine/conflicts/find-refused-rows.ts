import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { firstFew, nameFew } from '@/lib/base/name-few';
import type { ConflictCode, Requirement, RequirementKind } from '../plan';
import { readReference } from '../push/ask-reference';
import { describeAsk, describeBand } from '../push/describe-ask';
import { readValidity } from '../push/validity-value';
import { buildIn } from '../supply/find-supply';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { describeClash } from './describe-clash';
import { findContradictedHouseRules } from './find-contradicted-house-rules';
import { findContradictedNeeds } from './find-contradicted-needs';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';
import { takeNeedsBack } from './take-needs-back';
import { widerBounds } from './wider-bounds';
import { wishesOf } from './wishes-of';

/** The kinds nobody else here tells of; where another finder looks closer, it tells. */
const CODES: Partial<Record<RequirementKind, ConflictCode>> = {
  completeness: 'statistics',
  delivery: 'delivery',
  volume: 'statistics',
  reference: 'statistics',
  validity: 'validity',
};

/** Requirements that were judged impossible as they stand, told once per need for the product furthest left. */
export function findRefusedRows(facts: ConflictFacts): FoundConflict[] {
  const { demand } = facts;
  const { key } = demand.consumer;
  const found = new Map<string, { row: Requirement; code: ConflictCode }>();
  for (const row of facts.open) {
    const code = row.verdict === 'conflict' ? CODES[row.kind] : undefined;
    const cause = code && row.because.find(({ consumer }) => consumer === key);
    if (!code || !cause) continue;
    const need = needOf(row, key);
    const known = found.get(need);
    const order = (product: string) => demand.graph.order.indexOf(product);
    if (!known || order(row.product) > order(known.row.product)) found.set(need, { row, code });
  }
  const refused = [...found.values()];
  const told = refused.some(({ row }) => row.kind === 'completeness') ? toldOfValues(facts) : NONE;
  return refused
    .filter(({ row }) => row.kind !== 'completeness' || !told.has(entityOf(row)))
    .map(({ row, code }) => tell(facts, row, code));
}

/** Entities of whose values the counts say already that they are not what somebody states, being plain copies on the way. */
function toldOfValues(facts: ConflictFacts): ReadonlySet<string> {
  const told = [...findContradictedNeeds(facts), ...findContradictedHouseRules(facts)];
  return new Set(told.flatMap(({ path }) => path.at(-1) ?? []));
}

const NONE: ReadonlySet<string> = new Set();

function entityOf({ product, target }: Requirement): string {
  return `${product}.${target?.split('.')[0] ?? ''}`;
}

/** What somebody states is the need, where the same is asked by default as well. */
function needOf(row: Requirement, key: string): string {
  const own = row.because.filter(({ consumer }) => consumer === key);
  const cause = own.find(({ expectation }) => expectation !== undefined) ?? own[0];
  return `${row.kind} ${row.rule} ${cause?.expectation ?? cause?.policy ?? cause?.metric}`;
}

function tell(facts: ConflictFacts, row: Requirement, code: ConflictCode): FoundConflict {
  const { demand, names } = facts;
  const { key } = demand.consumer;
  const causes = row.because.filter(({ consumer }) => consumer === key);
  const stated = causes.filter(({ generated }) => generated === undefined);
  const own = stated.length > 0 ? stated : causes;
  const products = row.kind === 'delivery' ? scheduledOnTheWay(facts, row) : [row.product];
  return {
    code,
    consumer: key,
    at: row.product,
    target: [row.target ?? row.product, ...(row.rule === null ? [] : [row.rule])].join(' '),
    products,
    path: own[0]?.path ?? [],
    numbers: { needed: row.value, offered: row.supply },
    words: `${describeRefused(facts, row)} ${ownedBy(names, ...products)}`,
    besides: [...new Set(row.because.map(({ consumer }) => consumer))].filter((one) => one !== key).sort(),
    propose: () => [...waysOut(facts, row), ...giveUp(facts, own)],
  };
}

/** What is needed, and what stands against it. */
function describeRefused(facts: ConflictFacts, row: Requirement): string {
  const { demand, names, lineage } = facts;
  const consumer = names.product(demand.consumer.key);
  const product = names.product(row.product);
  const needs = `${consumer} needs this of ${product}: ${describeAsk(row, names, 'plain')}.`;
  switch (row.kind) {
    case 'validity':
      return describeClash(facts, row) ?? `${needs} What is there, or what somebody else needs, rules that out.`;
    case 'delivery': {
      const products = scheduledOnTheWay(facts, row);
      const runs = products.map(
        (key) => `${names.product(key)} runs every ${describeMinutes(buildIn(lineage)(key).every)}`,
      );
      const all =
        runs.length > RUNS_TOLD_MAX ? `${nameFew(products.map(names.product))} run on schedules` : joinWords(runs);
      return `${consumer} needs to be told what happens as it happens, but ${all}, and events cannot pass that.`;
    }
    case 'completeness': {
      const share = typeof row.supply === 'number' ? ` By the counts, ${describeShare(row.supply)} are.` : '';
      return `${needs}${share}`;
    }
    case 'volume':
      return describeCounts(facts, row) ?? `${needs} No number of rows is enough and not too much at once.`;
    case 'reference': {
      const share = describeShare(readReference({ value: row.supply }).maxOrphans);
      return `${needs} By the counts of both keys, at least ${share} of the rows find none.`;
    }
    default:
      return `${needs} It cannot be had as things are.`;
  }
}

/** Who needs how many rows; null where fewer than two say so. */
function describeCounts(facts: ConflictFacts, row: Requirement): string | null {
  const { names } = facts;
  const said = wishesOf(facts, row).flatMap(({ consumer, rule }) =>
    rule.rule === 'volume' ? [{ consumer, rule }] : [],
  );
  const [own, ...others] = said;
  if (!own || others.length === 0) return null;
  const { told, more } = firstFew(others);
  const wants = ({ consumer, rule }: (typeof said)[number]) =>
    `${names.product(consumer)} needs ${describeBand({ value: rule })}`;
  const theirs = told.map(wants);
  const both = more === 0 ? joinWords(theirs) : `${theirs.join(', ')} and ${more} more have needs of their own`;
  return `${wants(own)} of ${names.target(row.product, row.target ?? '')}, and ${both}. No number can be both.`;
}

/** What would let both sides have what they need, before anybody gives anything up. */
function waysOut(facts: ConflictFacts, row: Requirement): Proposal[] {
  if (row.kind === 'delivery') return asStreams(facts, row);
  if (row.kind !== 'validity' && row.kind !== 'volume') return [];
  const wishes = wishesOf(facts, row);
  const wider = widerBounds(wishes);
  if (wider) return [wider];
  const sets = wishes.flatMap(({ rule }) => (rule.rule === 'in-set' ? [rule.values] : []));
  const offered = row.supply === null ? [] : (readValidity(row.supply).values ?? []);
  const values = [...new Set([...sets.flat(), ...offered])].sort();
  const [own] = wishes;
  if (!own || sets.length < wishes.length || (wishes.length === 1 && offered.length === 0)) return [];
  const needs = wishes.map(({ consumer, expectation }) => ({
    consumer,
    expectation,
    rule: { rule: 'in-set' as const, values },
  }));
  const who = wishes.length === 1 ? 'Allow' : 'Let everybody who needs it allow';
  return [{ words: `${who} ${joinWords(values.map(String))}.`, change: { schedules: [], needs } }];
}

/** More than these are only named. */
const RUNS_TOLD_MAX = 3;

/** Whoever stands in the way of events for one need, in order of their keys. */
function scheduledOnTheWay({ open, demand }: ConflictFacts, row: Requirement): string[] {
  const { key } = demand.consumer;
  const need = needOf(row, key);
  const late = open.filter((one) => one.kind === 'delivery' && one.verdict === 'conflict' && needOf(one, key) === need);
  return [...new Set(late.map(({ product }) => product))].sort();
}

/** Everything on the way that runs on a schedule, run by events instead. */
function asStreams(facts: ConflictFacts, row: Requirement): Proposal[] {
  const { lineage, names } = facts;
  const products = scheduledOnTheWay(facts, row);
  const builds = products.map((product) => ({
    product,
    build: { mode: 'streaming' as const, takesMinutes: buildIn(lineage)(product).takes },
  }));
  const run = products.length === 1 ? 'runs as a stream' : 'run as streams';
  return [
    {
      words: `${joinWords(products.map((product) => names.product(product)))} ${run}, taking each event as it comes.`,
      change: { schedules: [], builds },
    },
  ];
}

/** Take back what was stated, then what measures it; a house rule only where it alone is the cause. */
function giveUp(facts: ConflictFacts, own: Requirement['because']): Proposal[] {
  const policies = [...new Set(own.flatMap(({ policy }) => policy ?? []))];
  return [
    ...takeNeedsBack(facts, own),
    ...(policies.length > 0
      ? [
          {
            words: `Take back the house rule “${policies.join('” and “')}”.`,
            change: { schedules: [], policies: { drop: policies } },
          },
        ]
      : []),
    ...loseMetrics(
      facts,
      own.flatMap(({ metric }) => metric ?? []),
    ),
  ];
}
