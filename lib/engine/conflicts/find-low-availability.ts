import { countOf } from '@/lib/base/count-of';
import { describeShare } from '@/lib/base/describe-share';
import { nameFew } from '@/lib/base/name-few';
import { indexModel } from '@/lib/model/model-index';
import type { ExpectationRecord } from '@/lib/model/records';
import type { ProductGraph } from '../lineage/product-graph';
import { graphOf } from '../push/ask-scope';
import { roundOff } from '../round-off';
import { isVirtual } from '../supply/find-supply';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { ownedBy } from './owned-by';

/**
 * More is asked than everything that must be up together promises, were the consumer itself never down. A product that
 * promises stands for what is behind it; where one promises nothing, nothing can be said.
 */
export function findLowAvailability(facts: OwnFacts): FoundConflict[] {
  if (facts.availability === null) return [];
  const { demand, lineage, names } = facts;
  const { key } = demand.consumer;
  const stated = indexModel(demand.consumer.model).byKind.expectation.flatMap((record) =>
    record.rule.rule === 'availability' && record.origin === 'stated' ? [{ record, min: record.rule.min }] : [],
  );
  return stated
    .sort((a, b) => b.min - a.min)
    .flatMap(({ record, min }): FoundConflict[] => {
      const graph = graphOf(lineage, demand, record);
      const promised = graph && promisesOf(facts, graph);
      if (!promised || promised.size === 0) return [];
      const together = roundOff([...promised.values()].reduce((product, share) => product * share, 1));
      if (together >= min) return [];
      const [weakest] = [...promised].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
      if (!weakest) return [];
      const [at, least] = weakest;
      const others = promised.size === 1 ? names.product(at) : `the ${countOf(promised.size, 'product')} it reads live`;
      const worst = promised.size === 1 ? '' : `${names.product(at)} promises least, ${describeShare(least)}. `;
      const promise = promised.size === 1 ? 'promises' : 'promise together';
      return [
        {
          code: 'infeasible-availability',
          consumer: key,
          at,
          products: [...promised.keys()],
          path: [key, at],
          numbers: { required: min, together, promises: Object.fromEntries(promised) },
          words: `${names.product(key)} must be there ${describeShare(min)} of the time, but ${others} ${promise} no more than ${describeShare(together)}. ${worst}${ownedBy(names, at)}`,
          propose: () => proposals(facts, record, { at, promised }),
        },
      ];
    });
}

/** What must be up while the consumer is read, as promised; null as soon as one of them promises nothing. */
function promisesOf({ lineage, demand }: OwnFacts, graph: ProductGraph): Map<string, number> | null {
  const found = new Map<string, number>();
  const { key } = demand.consumer;
  const waiting = isVirtual(lineage, key) ? [...(graph.inputs.get(key) ?? [])] : [];
  const seen = new Set<string>();
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const promised = lineage.product(at)?.product.promises.availability;
    const inputs = graph.inputs.get(at) ?? [];
    if (promised !== undefined) found.set(at, promised);
    else if (isVirtual(lineage, at) && inputs.length > 0) waiting.push(...inputs);
    else return null;
  }
  return found;
}

function proposals(
  { demand, names, availability, lineage }: OwnFacts,
  record: ExpectationRecord,
  { at, promised }: { at: string; promised: ReadonlyMap<string, number> },
): Proposal[] {
  const { key } = demand.consumer;
  const shares = availability?.shares ?? new Map<string, { min: number }>();
  const raised = [...promised].flatMap(([product, share]) => {
    const needed = shares.get(product)?.min;
    return needed === undefined || needed <= share ? [] : [{ product, promises: { availability: needed } }];
  });
  const own = lineage.snapshot.workspace.sloOwnShare;
  const least = promised.get(at) ?? 0;
  const possible = own < 1 ? roundOff(1 - ((1 - least) * Math.max(1, shares.size)) / (1 - own)) : 0;
  const [only] = raised;
  const raise =
    raised.length === 1 && only
      ? `${names.product(only.product)} promises ${describeShare(only.promises.availability)}.`
      : `${nameFew(raised.map(({ product }) => names.product(product)))} promise at least ${describeShare(Math.max(...raised.map(({ promises }) => promises.availability)))} each.`;
  return [
    ...(raised.length > 0 ? [{ words: raise, change: { schedules: [], promises: raised } }] : []),
    ...(possible > 0
      ? [
          {
            words: `Ask for ${describeShare(possible)} instead, which everybody promises already.`,
            change: {
              schedules: [],
              records: [
                {
                  product: key,
                  put: [{ ...record, rule: { rule: 'availability' as const, min: possible } }],
                  remove: [],
                },
              ],
            },
          },
        ]
      : []),
  ];
}
