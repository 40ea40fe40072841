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

/** The teams that own most in its domain, then the teams of the domain; where there are none, who owns what stands beside it. */
function likelyOwners(facts: ConflictFacts, at: string): Proposal[] {
  const { lineage, names } = facts;
  const teamNames = new Map(lineage.snapshot.teams.map((team) => [team.key, team.name]));
  const near = ownersInDomain(facts, at);
  const owned = near.size > 0 ? near : ownersBeside(facts, at);
  return [...owned]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, OWNERS_MAX)
    .map(([team]) => ({
      words: `${teamNames.get(team) ?? team} takes over ${names.product(at)}.`,
      change: { schedules: [], owners: [{ product: at, team }] },
    }));
}

/** How many products of its domain each team owns. */
function ownersInDomain({ lineage }: ConflictFacts, at: string): Map<string, number> {
  const { products, teams } = lineage.snapshot;
  const domain = lineage.product(at)?.product.domain ?? null;
  if (domain === null) return new Map();
  const owned = new Map<string, number>(teams.flatMap((team) => (team.domain === domain ? [[team.key, 0]] : [])));
  for (const { domain: other, owner } of products)
    if (other === domain && owner !== null) owned.set(owner, (owned.get(owner) ?? 0) + 1);
  return owned;
}

/** How many of its readers and of what it reads each team owns, as far as the consumer needs them. */
function ownersBeside({ demand, names }: ConflictFacts, at: string): Map<string, number> {
  const { inputs, order } = demand.graph;
  const readers = order.filter((product) => inputs.get(product)?.includes(at));
  const owned = new Map<string, number>();
  for (const product of new Set([...readers, ...(inputs.get(at) ?? [])])) {
    const team = names.team(product)?.key;
    if (team !== undefined) owned.set(team, (owned.get(team) ?? 0) + 1);
  }
  return owned;
}
