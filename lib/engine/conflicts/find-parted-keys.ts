import { recordOf } from '@/lib/model/model-index';
import type { RelationshipEnd } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import type { CauseSet, EntityDemand } from '../demand/demand';
import { rawColumns, valueColumns } from '../demand/raw-columns';
import { overInputs } from '../lineage/over-inputs';
import { oneEnd } from '../push/ask-keys';
import { readPrivacy } from '../push/ask-privacy';
import { type AskedRow, causesOf } from '../push/asked-row';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { doWithout } from './do-without';
import { metricsBehind } from './metrics-behind';
import { needsBehind } from './needs-behind';
import { ownedBy } from './owned-by';

/**
 * Two values that are held against each other, in a join, a filter or along a line the consumer draws, and a house rule
 * hides one of them alone: from then on none of them are equal. Where both are hidden they are taken to be hidden alike. What
 * is a digest already is left open, for nobody says how the other one will be made.
 */
export function findPartedKeys(facts: OwnFacts): FoundConflict[] {
  const masks = masksIn(facts);
  if (masks.size === 0) return [];
  const found = new Map<string, Parted>();
  const values = followValues(facts, masks);
  for (const pair of [...pairsInEntities(facts), ...pairsAlongLines(facts)]) {
    const [left, right] = [stateOf(values, pair.left), stateOf(values, pair.right)];
    if (left.is === right.is || left.is === 'digest' || right.is === 'digest') continue;
    const [hidden, open] = left.is === 'hidden' ? [left, right] : [right, left];
    const mask = masks.get(hidden.origin);
    if (!mask || open.origin === '') continue;
    const key = `${hidden.origin} ${open.origin}`;
    const known = found.get(key);
    found.set(key, { mask, open: open.origin, at: known?.at ?? pair.at, causes: pair.causes | (known?.causes ?? 0n) });
  }
  return [...found.values()].map((parted) => tell(facts, parted));
}

type Mask = { row: AskedRow; policies: string[] };
type Parted = { mask: Mask; open: string; at: string; causes: CauseSet };

/** What the house hides of what this consumer reads, by where. What cannot be hidden is told by itself. */
function masksIn({ asked, lineage }: OwnFacts): ReadonlyMap<string, Mask> {
  const masks = new Map<string, Mask>();
  if (!lineage.snapshot.policies.some(({ requires }) => requires.some(({ rule }) => rule === 'mask'))) return masks;
  for (const row of asked) {
    if (row.kind !== 'privacy' || row.rule !== 'mask' || row.judged?.verdict !== 'missing') continue;
    const key = `${row.product}.${row.target}`;
    const policies = causesOf(row.because).flatMap(({ policy }) => policy ?? []);
    masks.set(key, { row, policies: [...new Set([...(masks.get(key)?.policies ?? []), ...policies])] });
  }
  return masks;
}

/** A pair of values that some entity, or the consumer by a line of its model, wants to be equal: as fields of entities. */
type Pair = { left: string[]; right: string[]; at: string; causes: CauseSet };

function pairsInEntities({ demand }: OwnFacts): Pair[] {
  return demand.demand.order.flatMap((needed): Pair[] => {
    const { where } = needed.entity?.derivation ?? { where: null };
    const joins = needed.liveInputs.map(({ input, causes }) => ({ condition: input.on, causes }));
    const conditions = [{ condition: where, causes: needed.causes }, ...joins];
    return conditions.flatMap(({ condition, causes }) =>
      (condition === null ? [] : equalitiesIn(condition)).map(({ left, right }) => ({
        left: fieldsOf(needed, left),
        right: fieldsOf(needed, right),
        at: needed.ref,
        causes,
      })),
    );
  });
}

function pairsAlongLines({ demand }: OwnFacts): Pair[] {
  const { consumer, uses } = demand;
  const fields = ({ entityId, attributeIds }: RelationshipEnd) => {
    const entity = recordOf(consumer.model, 'entity', entityId)?.name ?? '';
    return attributeIds.map(
      (id) => `${consumer.key}.${entity}.${recordOf(consumer.model, 'attribute', id)?.name ?? ''}`,
    );
  };
  return [...uses.relationships].flatMap(([id, causes]): Pair[] => {
    const line = oneEnd(demand, id);
    if (!line) return [];
    const [one, many] = [fields(line.end), fields(line.many)];
    const at = `${consumer.key}.${recordOf(consumer.model, 'entity', line.many.entityId)?.name ?? ''}`;
    return one.flatMap((left, index) => {
      const right = many[index];
      return right === undefined ? [] : [{ left: [left], right: [right], at, causes }];
    });
  });
}

function equalitiesIn(tree: Expression): { left: Expression; right: Expression }[] {
  if (tree.kind === 'comparison' && (tree.operator === '=' || tree.operator === '<>')) {
    const { left, right } = tree;
    return columnsOf(left).length > 0 && columnsOf(right).length > 0 ? [{ left, right }] : [];
  }
  return childrenOf(tree).flatMap(equalitiesIn);
}

/** The fields of other entities whose very values are in an expression of one. */
function fieldsOf({ entity, liveInputs }: EntityDemand, tree: Expression): string[] {
  return rawColumns(tree).flatMap(({ qualifier, name }) => {
    const whole = qualifier === null && entity ? overInputs(entity, name) : null;
    return (whole ? rawColumns(whole) : [{ qualifier, name }]).flatMap((column) => {
      const live = liveInputs.find(({ input }) => input.alias === column.qualifier);
      return live ? [`${live.input.ref}.${column.name}`] : [];
    });
  });
}

/** Where a value was hidden, or as far left as it is a plain copy. */
type State = { is: 'hidden' | 'open' | 'digest'; origin: string };

const UNKNOWN: State = { is: 'open', origin: '' };

function stateOf(values: ReadonlyMap<string, State>, fields: readonly string[]): State {
  const states = fields.map((field) => values.get(field) ?? UNKNOWN);
  return states.find(({ is }) => is === 'hidden') ?? states.find(({ is }) => is === 'digest') ?? states[0] ?? UNKNOWN;
}

function followValues({ demand }: OwnFacts, masks: ReadonlyMap<string, Mask>): ReadonlyMap<string, State> {
  const values = new Map<string, State>();
  for (const needed of [...demand.demand.order].reverse())
    for (const name of needed.attributes.keys()) {
      const key = `${needed.ref}.${name}`;
      values.set(key, masks.has(key) ? { is: 'hidden', origin: key } : madeOf(values, needed, name));
    }
  return values;
}

function madeOf(values: ReadonlyMap<string, State>, needed: EntityDemand, name: string): State {
  const own: State = { is: 'open', origin: `${needed.ref}.${name}` };
  const tree = needed.entity ? overInputs(needed.entity, name) : null;
  if (tree === null) return own;
  if (rawColumns(tree).length === 0) return valueColumns(tree).length > 0 ? { ...own, is: 'digest' } : own;
  const inputs = fieldsOf(needed, tree);
  const from = stateOf(values, inputs);
  return from.is === 'open' && (tree.kind !== 'column' || from.origin === '') ? own : from;
}

function tell(facts: OwnFacts, { mask, open, at, causes }: Parted): FoundConflict {
  const { names, demand } = facts;
  const { row, policies } = mask;
  const [product, target] = split(open);
  const call = (owner: string, field: string) => `${names.target(owner, field)} of ${names.product(owner)}`;
  const [where, entity] = split(at);
  const [hidden, plain] = [call(row.product, row.target ?? ''), call(product, target)];
  const rules = `the house ${policies.length === 1 ? 'rule' : 'rules'} “${policies.join('” and “')}” ${policies.length === 1 ? 'hides' : 'hide'}`;
  return {
    code: 'policy-against-need',
    consumer: demand.consumer.key,
    at: row.product,
    target: `${row.target} = ${open}`,
    products: [...new Set([row.product, product, where])],
    path: [at, `${row.product}.${row.target}`],
    numbers: { policy: policies[0], rule: 'mask', ...(policies.length > 1 ? { policies } : {}) },
    words: `${names.target(where, entity)} in ${names.product(where)} holds ${hidden} against ${plain}, but ${rules} only the first: once it is hidden the two are never equal. ${ownedBy(names, row.product, product)}`,
    propose: () => [
      ...callAlike(facts, mask, open),
      ...doWithout(facts, metricsBehind(demand.demand, causes), needsBehind(demand.demand, causes)),
      {
        words: `Take back the house ${policies.length === 1 ? 'rule' : 'rules'} “${policies.join('” and “')}”.`,
        change: { schedules: [], policies: { drop: policies } },
      },
    ],
  };
}

/** Called alike, the other one is under the same rule, wherever that reaches. */
function callAlike({ lineage, names, demand }: OwnFacts, { row }: Mask, open: string): Proposal[] {
  const [product, target] = split(open);
  const [entity = '', name = ''] = target.split('.');
  const record = lineage.entity(`${product}.${entity}`)?.attributes.get(name)?.record;
  const { classification } = readPrivacy(row.value);
  if (!record || classification === undefined || product === demand.consumer.key) return [];
  const change = { schedules: [], records: [{ product, put: [{ ...record, classification }], remove: [] }] };
  return [
    {
      words: `Call ${names.target(product, target)} of ${names.product(product)} ${classification} too, so that both are hidden alike.`,
      change,
    },
  ];
}

/** The product in front, and what is said of it. */
function split(ref: string): [string, string] {
  const dot = ref.indexOf('.');
  return [ref.slice(0, dot), ref.slice(dot + 1)];
}
