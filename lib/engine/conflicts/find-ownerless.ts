import { compareText } from '@/lib/base/compare-text';
import { countOf } from '@/lib/base/count-of';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';

/** Somebody would have to agree to do more, and there is nobody: nothing is accepted into a product without an owner. */
export function findOwnerless(facts: ConflictFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const { key } = demand.consumer;
  if (facts.open.length === 0) return [];
  const openAt = new Map<string, number>();
  for (const { product } of facts.open) openAt.set(product, (openAt.get(product) ?? 0) + 1);
  return demand.graph.order.flatMap((at): FoundConflict[] => {
    const open = openAt.get(at);
    const product = lineage.product(at)?.product;
    if (open === undefined || at === key || !product || product.owner !== null) return [];
    return [
      {
        code: 'ownerless',
        consumer: key,
        at,
        products: [at],
        path: [key, at],
        numbers: { open },
        words: `${names.product(at)} would have to agree to ${countOf(open, 'ask')} of ${names.product(key)}, and nobody owns it. Until somebody does, nobody can say yes.`,
        propose: () => likelyOwners(facts, at),
      },
    ];
  });
}

const OWNERS_MAX = 2;

/** The teams that own most in its domain, then the teams of the domain. */
function likelyOwners({ lineage, names }: ConflictFacts, at: string): Proposal[] {
  const { products, teams } = lineage.snapshot;
  const domain = lineage.product(at)?.product.domain ?? null;
  if (domain === null) return [];
  const owned = new Map<string, number>(teams.flatMap((team) => (team.domain === domain ? [[team.key, 0]] : [])));
  for (const { domain: other, owner } of products)
    if (other === domain && owner !== null) owned.set(owner, (owned.get(owner) ?? 0) + 1);
  const teamNames = new Map(teams.map((team) => [team.key, team.name]));
  return [...owned]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, OWNERS_MAX)
    .map(([team]) => ({
      words: `${teamNames.get(team) ?? team} takes over ${names.product(at)}.`,
      change: { schedules: [], owners: [{ product: at, team }] },
    }));
}
