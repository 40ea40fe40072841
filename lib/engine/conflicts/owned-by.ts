import { compareText } from '@/lib/base/compare-text';
import { groupBy } from '@/lib/base/group-by';
import { firstFew, nameFew } from '@/lib/base/name-few';
import type { PlanNames } from '../push/plan-names';

/** "Order Platform owns Orders.", or that nobody does: whom to talk to. Of many owners the first few, in the given order. */
export function ownedBy(names: PlanNames, ...products: readonly string[]): string {
  const owned = [...groupBy(new Set(products), (product) => names.team(product)?.name ?? 'Nobody')];
  const { told, more } = firstFew(owned);
  const said = told.map(([team, own]) => `${team} owns ${nameFew(own.map((product) => names.product(product)))}.`);
  return [...said, ...(more === 0 ? [] : [`${more} more own the others.`])].join(' ');
}

/** The teams behind these products, by key, each once. */
export function peopleOf(names: PlanNames, products: readonly string[]): { team: string }[] {
  const teams = new Set(products.flatMap((product) => names.team(product)?.key ?? []));
  return [...teams].sort(compareText).map((team) => ({ team }));
}
