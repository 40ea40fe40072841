import { capitalise } from '@/lib/base/capitalise';
import { groupBy } from '@/lib/base/group-by';
import { joinWords } from '@/lib/base/join-words';
import { ownerIn } from '@/lib/model/input-ref';
import type { CauseSet } from '../demand/demand';
import { readersOf } from '../demand/find-readers';
import type { CompiledEntity, CompiledInput } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { Requirement } from '../plan';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { cutWithout } from './cut-without';
import { doWithout } from './do-without';
import { metricsBehind } from './metrics-behind';
import { needsBehind } from './needs-behind';
import { ownedBy } from './owned-by';

/**
 * Values a house rule hides or keeps at home, and the consumer needs as they are: the requirements that say so, with the
 * numbers that stand on them and where the values would go. Whether a value is hidden or at home is judged with its row; that
 * somebody else needs it as it is, is told to him.
 */
export function findForbiddenValues(facts: ConflictFacts): FoundConflict[] {
  const { key } = facts.demand.consumer;
  const refused = facts.open.flatMap((row): Forbidden[] => {
    if (row.kind !== 'privacy' || row.verdict !== 'conflict' || row.target === null) return [];
    const own = facts.asked.find(
      ({ kind, product, target, rule, judged }) =>
        kind === 'privacy' &&
        judged?.verdict === 'conflict' &&
        product === row.product &&
        target === row.target &&
        rule === row.rule,
    );
    const causes = row.because.filter(({ consumer, policy }) => consumer === key && policy !== undefined);
    const policies = [...new Set(causes.flatMap(({ policy }) => policy ?? []))];
    return own && policies.length > 0 ? [{ row, target: row.target, policies, against: own.against }] : [];
  });
  return [...groupBy(refused, ({ row, target }) => `${row.product} ${target}`).values()].flatMap((all) => {
    const [first] = all;
    return first ? [tell(facts, first, all)] : [];
  });
}

/** A requirement of a house rule that cannot be kept beside what is needed, and the causes that stand against it. */
type Forbidden = { row: Requirement; target: string; policies: string[]; against: CauseSet | undefined };

/** Every rule against one value in one conflict: whoever settles one of them would only meet the next. */
function tell(facts: ConflictFacts, { row, target }: Forbidden, all: readonly Forbidden[]): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const dot = target.indexOf('.');
  const needed = demand.demand.entities.get(`${row.product}.${target.slice(0, dot)}`);
  const readBy = needed?.attributes.get(target.slice(dot + 1))?.causes ?? 0n;
  const metrics = metricsBehind(
    demand.demand,
    all.reduce((causes, { against }) => causes | (against ?? readBy), 0n),
  );
  const needs = needsBehind(
    demand.demand,
    all.reduce((causes, { against }) => causes | (against ?? 0n), 0n),
  );
  const reading = readersOf(demand.demand, `${row.product}.${target.slice(0, dot)}`, target.slice(dot + 1));
  const readers = [...new Set(reading.map(({ ref }) => ownerIn(ref)))].filter((product) => product !== row.product);
  const who = [
    ...metrics.map((one) => names.metric(key, one)),
    ...needs.map((one) => `the need “${names.said(key, one)}”`),
  ];
  const told = who.length > WANTING_MAX ? [...who.slice(0, WANTING_MAX), `${who.length - WANTING_MAX} more`] : who;
  const [reader] = readers;
  const to = reader === undefined ? '' : `, and it would be carried to ${names.product(reader)}`;
  const says = all.map(
    ({ row: { rule }, policies }) =>
      `the house ${policies.length === 1 ? 'rule' : 'rules'} “${policies.join('” and “')}” ${describeRule(rule, policies.length === 1)}`,
  );
  const policies = [...new Set(all.flatMap((one) => one.policies))];
  const wanted = `${who.length > 1 ? 'need' : 'needs'} ${names.target(row.product, target)} of ${names.product(row.product)} as it is`;
  return {
    code: 'policy-against-need',
    consumer: key,
    at: row.product,
    target,
    products: [row.product, ...readers],
    path: row.because.find((cause) => cause.consumer === key)?.path ?? [],
    numbers: { policy: policies[0], rule: row.rule, ...(policies.length > 1 ? { policies } : {}) },
    words: `${capitalise(told.length === 0 ? names.product(key) : joinWords(told))} ${wanted}, but ${joinWords(says)}${all.some(({ row: { rule } }) => rule !== 'mask') ? to : ''}. ${ownedBy(names, row.product)}`,
    propose: () => [
      ...withoutCut(facts, `${row.product}.${target}`),
      ...doWithout(facts, metrics, needs),
      {
        words: `Take back the house ${policies.length === 1 ? 'rule' : 'rules'} “${policies.join('” and “')}”.`,
        change: { schedules: [], policies: { drop: policies } },
      },
    ],
  };
}

/** More than these are only counted. */
const WANTING_MAX = 2;

function describeRule(rule: string | null, isOne: boolean): string {
  if (rule === 'mask') return isOne ? 'hides it' : 'hide it';
  return isOne ? 'does not let it out' : 'do not let it out';
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
