import { compareText } from '@/lib/base/compare-text';
import { groupBy } from '@/lib/base/group-by';
import type { PlanNames } from '../push/plan-names';
import { nameFew } from './name-few';

const OWNERS_MAX = 3;

/** "Order Platform owns Orders.", or that nobody does: whom to talk to. Of many owners the first few, in the given order. */
export function ownedBy(names: PlanNames, ...products: readonly string[]): string {
  const owned = groupBy(new Set(products), (product) => names.team(product)?.name ?? 'Nobody');
  return [...owned]
    .slice(0, OWNERS_MAX)
    .map(([team, own]) => `${team} owns ${nameFew(own.map((product) => names.product(product)))}.`)
    .join(' ');
}

/** The teams behind these products, by key, each once. */
export function peopleOf(names: PlanNames, products: readonly string[]): { team: string }[] {
  const teams = new Set(products.flatMap((product) => names.team(product)?.key ?? []));
  return [...teams].sort(compareText).map((team) => ({ team }));
}
