import type { ConflictCode, Requirement, RequirementKind } from '../plan';
import { describeAsk } from '../push/explain';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';
import { takeNeedsBack } from './take-needs-back';

/** The kinds nobody else here tells of; where another finder looks closer, it tells. */
const CODES: Partial<Record<RequirementKind, ConflictCode>> = {
  delivery: 'delivery',
  reconciliation: 'reconciliation',
  volume: 'statistics',
  reference: 'statistics',
  validity: 'validity',
};
const WHY: Partial<Record<RequirementKind, string>> = {
  delivery: 'it runs on a schedule, and events cannot pass that',
  volume: 'no number of rows is enough and not too much at once',
  reference: 'the counts of both keys show more that find no partner',
  validity: 'what is there, or what somebody else needs, rules that out',
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
    const need = `${row.kind} ${row.rule} ${cause.expectation ?? cause.policy ?? cause.metric}`;
    const known = found.get(need);
    const order = (product: string) => demand.graph.order.indexOf(product);
    if (!known || order(row.product) > order(known.row.product)) found.set(need, { row, code });
  }
  return [...found.values()].map(({ row, code }) => tell(facts, row, code));
}

function tell(facts: ConflictFacts, row: Requirement, code: ConflictCode): FoundConflict {
  const { demand, names } = facts;
  const { key } = demand.consumer;
  const own = row.because.filter(({ consumer }) => consumer === key);
  return {
    code,
    consumer: key,
    at: row.product,
    target: [row.target ?? row.product, ...(row.rule === null ? [] : [row.rule])].join(' '),
    products: [row.product],
    path: own[0]?.path ?? [],
    numbers: { needed: row.value, offered: row.supply },
    words: `${names.product(key)} needs this of ${names.product(row.product)}: ${describeAsk(row, names, 'plain')}. It cannot be had as things are${WHY[row.kind] ? `: ${WHY[row.kind]}` : ''}. ${ownedBy(names, row.product)}`,
    propose: () => proposals(facts, own),
  };
}

/** Take back what was stated, then what measures it; a house rule only where it alone is the cause. */
function proposals(facts: ConflictFacts, own: Requirement['because']): Proposal[] {
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
