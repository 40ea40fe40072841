import { capitalise } from '@/lib/base/capitalise';
import { joinWords } from '@/lib/base/join-words';
import { ownerIn } from '@/lib/model/input-ref';
import type { CauseSet } from '../demand/demand';
import { readersOf } from '../demand/find-readers';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { Requirement } from '../plan';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { cutWithout } from './cut-without';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { needsBehind } from './needs-behind';
import { ownedBy } from './owned-by';
import { takeNeedsBack } from './take-needs-back';

/**
 * Values a house rule hides or keeps at home, and the consumer needs as they are: the requirements that say so, with the
 * numbers that stand on them and where the values would go. Whether a value is hidden or at home is judged with its row; that
 * somebody else needs it as it is, is told to him.
 */
export function findForbiddenValues(facts: ConflictFacts): FoundConflict[] {
  const { demand } = facts;
  const { key } = demand.consumer;
  return facts.open.flatMap((row): FoundConflict[] => {
    if (row.kind !== 'privacy' || row.verdict !== 'conflict' || row.target === null) return [];
    const own = facts.asked.find(
      ({ kind, product, target, rule, judged }) =>
        kind === 'privacy' &&
        judged?.verdict === 'conflict' &&
        product === row.product &&
        target === row.target &&
        rule === row.rule,
    );
    if (!own) return [];
    const policy = row.because.find((cause) => cause.consumer === key && cause.policy !== undefined)?.policy;
    return policy === undefined ? [] : [tell(facts, row, { policy, against: own.against })];
  });
}

type Against = { policy: string; against: CauseSet | undefined };

function tell(facts: ConflictFacts, row: Requirement, { policy, against }: Against): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const target = row.target ?? '';
  const dot = target.indexOf('.');
  const needed = demand.demand.entities.get(`${row.product}.${target.slice(0, dot)}`);
  const attribute = needed?.attributes.get(target.slice(dot + 1));
  const causes = against ?? attribute?.causes ?? 0n;
  const metrics = metricsBehind(demand.demand, causes);
  const needs = against === undefined ? [] : needsBehind(demand.demand, causes);
  const reading = readersOf(demand.demand, `${row.product}.${target.slice(0, dot)}`, target.slice(dot + 1));
  const readers = [...new Set(reading.map(({ ref }) => ownerIn(ref)))].filter((product) => product !== row.product);
  const who = [
    ...metrics.map((one) => names.metric(key, one)),
    ...needs.map((one) => `the need “${names.said(key, one)}”`),
  ].slice(0, 2);
  const [reader] = readers;
  const to = reader === undefined ? '' : `, and it would be carried to ${names.product(reader)}`;
  const says = row.rule === 'mask' ? 'hides it' : `does not let it out${to}`;
  const wanted = `${who.length > 1 ? 'need' : 'needs'} ${names.target(row.product, target)} of ${names.product(row.product)} as it is`;
  return {
    code: 'policy-against-need',
    consumer: key,
    at: row.product,
    target,
    products: [row.product, ...readers],
    path: row.because.find((cause) => cause.consumer === key)?.path ?? [],
    numbers: { policy, rule: row.rule },
    words: `${capitalise(who.length === 0 ? names.product(key) : joinWords(who))} ${wanted}, but the house rule “${policy}” ${says}. ${ownedBy(names, row.product)}`,
    propose: () => [
      ...withoutCut(facts, `${row.product}.${target}`),
      ...doWithout(facts, metrics, needs),
      {
        words: `Take back the house rule “${policy}”.`,
        change: { schedules: [], policies: { drop: [policy] } },
      },
    ],
  };
}

/** Numbers and stated needs that want the value are given up together: either alone leaves the other. */
function doWithout(facts: ConflictFacts, metrics: readonly string[], needs: readonly string[]): Proposal[] {
  const { key } = facts.demand.consumer;
  const causes = needs.map((expectation) => ({ consumer: key, metric: null, expectation, path: [] }));
  const back = takeNeedsBack(facts, causes);
  const lost = loseMetrics(facts, metrics);
  const [need, number] = [back[0], lost[0]];
  if (!need || !number) return [...back, ...lost];
  return [
    {
      words: `${number.words} ${need.words}`,
      change: { ...number.change, ...need.change, drop: number.change.drop },
      loses: [...(number.loses ?? []), ...(need.loses ?? [])],
    },
  ];
}

function withoutCut(facts: ConflictFacts, origin: string): Proposal[] {
  const copies = [...facts.demand.consumer.entities.values()].flatMap((entity) =>
    [...entity.attributes.values()].flatMap(({ name, record }) =>
      isCopyOf(facts, entity, name, origin) ? [{ id: record.id, target: `${entity.name}.${name}` }] : [],
    ),
  );
  const [first] = copies.map(({ target }) => target).sort();
  return first === undefined ? [] : cutWithout(facts, new Set(copies.map(({ id }) => id)), first);
}

const STEPS_MAX = 20_000;

/** Does an attribute go back to another by plain copies alone? */
function isCopyOf({ lineage }: ConflictFacts, entity: CompiledEntity, name: string, origin: string): boolean {
  let at: CompiledEntity | null = entity;
  let own = name;
  for (let steps = 0; at !== null && steps < STEPS_MAX; steps++) {
    if (`${at.ref}.${own}` === origin) return true;
    const { derivation }: CompiledEntity = at;
    const tree = overInputs(at, own);
    if (tree?.kind !== 'column') return false;
    const input: CompiledInput | undefined = derivation?.inputs.find(({ alias }) => alias === tree.qualifier);
    at = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
    own = tree.name;
  }
  return false;
}
