import { joinWords } from '@/lib/base/join-words';
import { firstFew } from '@/lib/base/name-few';
import type { Requirement } from '../plan';
import { readValidity, type Scalar } from '../push/validity-value';
import type { ConflictFacts } from './conflict-facts';
import { describeValues } from './describe-values';
import { type Wish, wishesOf } from './wishes-of';

/**
 * Which values somebody wants and which ones rule them out, with everybody who says so by name. What is stated of a field
 * further on is told as it was stated, and what that comes to where it clashes. Null where neither side names values.
 */
export function describeClash(facts: ConflictFacts, row: Requirement): string | null {
  const has = row.supply === null ? '' : describeValues(readValidity(row.supply));
  const { includes } = readValidity(row.value);
  if (includes && has !== '') return describeEmptyCount(facts, row, includes, has);
  const [own, ...against] = [...wishesOf(facts, row), ...describeHouse(facts, row)];
  if (!own) return null;
  const first = sayOf(facts, own);
  const { told, more } = firstFew(against);
  const others = told.map((one) => sayOf(facts, one));
  const product = facts.names.product(row.product);
  const label = facts.names.target(row.product, row.target ?? '');
  if (has !== '') {
    const comesTo = describeValues(readValidity(row.value));
    const isSaid = others.length > 0 || comesTo === '' || first.values === comesTo;
    const carried = isSaid ? '' : `, which takes ${label} to be ${comesTo}`;
    const named = others.map(({ who, what, values }) => `, ${who} needs ${what} to be ${values}`).join('');
    const also = more === 0 ? named : `${named}, ${more} more have needs of their own`;
    return `${first.who} needs ${first.what} to be ${first.values}${carried}${also}, but ${product} says ${carried || also || first.what !== label ? label : 'it'} is ${has}.`;
  }
  if (others.length === 0) return null;
  const theirs = others.map(
    ({ who, what, values }) => `${who} needs ${what === first.what ? 'it' : what} to be ${values}`,
  );
  const both = more === 0 ? joinWords(theirs) : `${theirs.join(', ')} and ${more} more have needs of their own`;
  return `${first.who} needs ${first.what} to be ${first.values}, and ${both}. No value can be both.`;
}

type Said = { who: string; what: string; values: string };

function sayOf({ names }: ConflictFacts, said: Wish | Said): Said {
  if ('who' in said) return said;
  const { consumer, target, rule } = said;
  return { who: names.product(consumer), what: names.target(consumer, target), values: describeValues(rule) };
}

function describeHouse({ names, lineage }: ConflictFacts, row: Requirement): Said[] {
  const keys = [...new Set(row.because.flatMap(({ policy }) => policy ?? []))].sort();
  const what = names.target(row.product, row.target ?? '');
  return keys.flatMap((key) => {
    const rules = lineage.snapshot.policies.find((policy) => policy.key === key)?.requires ?? [];
    return rules.flatMap((rule): Said[] => {
      const isOfValues = rule.rule === 'in-set' || rule.rule === 'range';
      return isOfValues && rule.rule === row.rule
        ? [{ who: `The house rule “${key}”`, what, values: describeValues(rule) }]
        : [];
    });
  });
}

/** A number that counts only what never comes counts nothing. */
function describeEmptyCount(
  { demand, names }: ConflictFacts,
  row: Requirement,
  includes: readonly Scalar[],
  has: string,
): string {
  const { key } = demand.consumer;
  const metrics = row.because.flatMap(({ consumer, metric }) => (consumer === key && metric !== null ? [metric] : []));
  const named = [...new Set(metrics)].map((metric) => `“${names.metric(key, metric)}”`);
  const label = names.target(row.product, row.target ?? '');
  const looks = named.length === 1 ? 'looks' : 'look';
  return `${joinWords(named)} ${looks} for ${joinWords(includes.map(String))} in ${label}, but ${names.product(row.product)} says it is ${has}.`;
}
