import { compareText } from '@/lib/base/compare-text';
import type { PlanNames } from '../push/plan-names';

/** "Order Platform owns Orders.", or that nobody does: whom to talk to. */
export function ownedBy(names: PlanNames, product: string): string {
  const team = names.team(product);
  return team === null ? `Nobody owns ${names.product(product)}.` : `${team.name} owns ${names.product(product)}.`;
}

/** The teams behind these products, by key, each once. */
export function peopleOf(names: PlanNames, products: readonly string[]): { team: string }[] {
  const teams = new Set(products.flatMap((product) => names.team(product)?.key ?? []));
  return [...teams].sort(compareText).map((team) => ({ team }));
}
