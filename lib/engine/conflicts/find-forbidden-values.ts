import { joinWords } from '@/lib/base/join-words';
import { ownerIn } from '@/lib/model/input-ref';
import { readersOf } from '../demand/find-readers';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { Requirement } from '../plan';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { cutWithout } from './cut-without';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

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
    const isOwn = facts.asked.some(
      ({ kind, product, target, rule, judged }) =>
        kind === 'privacy' &&
        judged?.verdict === 'conflict' &&
        product === row.product &&
        target === row.target &&
        rule === row.rule,
    );
    if (!isOwn) return [];
    const policy = row.because.find((cause) => cause.consumer === key && cause.policy !== undefined)?.policy;
    return policy === undefined ? [] : [tell(facts, row, policy)];
  });
}

function tell(facts: ConflictFacts, row: Requirement, policy: string): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const target = row.target ?? '';
  const dot = target.indexOf('.');
  const needed = demand.demand.entities.get(`${row.product}.${target.slice(0, dot)}`);
  const attribute = needed?.attributes.get(target.slice(dot + 1));
  const metrics = metricsBehind(demand.demand, attribute?.causes ?? 0n);
  const reading = readersOf(demand.demand, `${row.product}.${target.slice(0, dot)}`, target.slice(dot + 1));
  const readers = [...new Set(reading.map(({ ref }) => ownerIn(ref)))].filter((product) => product !== row.product);
  const shown = metrics.slice(0, 2);
  const who = shown.length === 0 ? names.product(key) : joinWords(shown.map((one) => names.metric(key, one)));
  const [reader] = readers;
  const to = reader === undefined ? '' : `, and it would be carried to ${names.product(reader)}`;
  const says = row.rule === 'mask' ? 'hides it' : `does not let it out${to}`;
  return {
    code: 'policy-against-need',
    consumer: key,
    at: row.product,
    target,
    products: [row.product, ...readers],
    path: row.because.find((cause) => cause.consumer === key)?.path ?? [],
    numbers: { policy, rule: row.rule },
    words: `${who} ${shown.length > 1 ? 'need' : 'needs'} ${names.target(row.product, target)} of ${names.product(row.product)} as it is, but the house rule “${policy}” ${says}. ${ownedBy(names, row.product)}`,
    propose: () => [
      ...withoutCut(facts, `${row.product}.${target}`),
      ...loseMetrics(facts, metrics),
      {
        words: `Take back the house rule “${policy}”.`,
        change: { schedules: [], policies: { drop: [policy] } },
      },
    ],
  };
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
