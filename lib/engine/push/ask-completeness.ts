import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord, MeasureRecord } from '@/lib/model/records';
import type { ExpectationRule } from '@/lib/model/rule';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printPredicate } from '@/lib/sql/predicate';
import type { Expression } from '@/lib/sql/tree';
import { type CompletenessRoot, carryCompleteness, minOfBudget, type Weight } from '../demand/carry-completeness';
import { carryCondition } from '../demand/carry-condition';
import { type CarriedValue, carryValues, type SettleValues } from '../demand/carry-values';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { Requirement } from '../plan';
import { roundOff } from '../round-off';
import { printSteps, type Step } from '../steps';
import { findValues, type MissingValues } from '../supply/find-values';
import { agreedNumber, type Need } from './agreed-value';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { measuredRoots } from './measured-roots';
import { offeredToReader } from './offered-to-reader';
import { valuesOfTarget } from './values-of-target';

type Completeness = Extract<ExpectationRule, { rule: 'completeness' }>;

/** What one consumer's stated completeness asks of others: rows entity by entity, values attribute by attribute. */
export function askCompleteness(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  return indexModel(consumerDemand.consumer.model).byKind.expectation.flatMap((expectation) => {
    const { rule, origin } = expectation;
    if (rule.rule !== 'completeness' || origin !== 'stated') return [];
    return rule.of === 'values'
      ? askValues(consumerDemand, expectation, rule)
      : askRows(lineage, consumerDemand, expectation, rule);
  });
}

function askRows(
  lineage: Lineage,
  consumerDemand: ConsumerDemand,
  expectation: ExpectationRecord,
  rule: Completeness,
): AskedRow[] {
  const { consumer } = consumerDemand;
  const offered = offeredToReader(lineage, consumerDemand, 'completeness');
  const { onId } = expectation;
  const measure = recordOf(consumer.model, 'measure', rule.weight ?? null);
  const roots = measuredRoots(consumerDemand, onId).map(
    ({ ref, isFiltered }): CompletenessRoot => ({
      ref,
      approximate: isFiltered || rule.when !== undefined,
      weight: measure ? weightAt(consumerDemand, measure, ref) : null,
    }),
  );
  const name = measure ? `rows by ${measure.name}` : null;
  const placeOf = (ref: string) => {
    const product = ownerIn(ref);
    return product === consumer.key ? null : { product, target: onId === null ? null : nameIn(ref), rule: name };
  };
  const settle = (ref: string, budget: number) => {
    const place = placeOf(ref);
    return place ? settledBudget(consumerDemand, place, budget) : budget;
  };
  const rows = [...carryCompleteness(consumerDemand, roots, rule.min, settle)].flatMap(
    ([ref, { budget, approximate, path, asked }]): AskedRow[] => {
      const place = placeOf(ref);
      if (!place) return [];
      const value = minOfBudget(budget);
      const row = { ...rowOf(consumerDemand, expectation, path), ...place, value, ...askedBefore(asked) };
      return [{ ...row, offered, approximate }];
    },
  );
  return onId === null ? strictestByProduct(rows) : rows;
}

function askValues(consumerDemand: ConsumerDemand, expectation: ExpectationRecord, rule: Completeness): AskedRow[] {
  const { consumer, demand } = consumerDemand;
  const measure = recordOf(consumer.model, 'measure', rule.weight ?? null);
  const when = rule.when === undefined ? null : parsed(rule.when);
  const name = measure ? `values by ${measure.name}` : 'values';
  return valuesOfTarget(consumerDemand, expectation.onId).flatMap(({ ref, attribute, ...of }) => {
    const weight = measure ? weightAt(consumerDemand, measure, ref) : null;
    const approximate = of.approximate || rule.when !== undefined || weight === 'elsewhere';
    const own = isLocal(when) && !of.isLookedUp ? when : null;
    const asked = { ref, attribute, budget: (1 - rule.min) / of.sharedBy, approximate, when: own, weight };
    const placeOf = (one: Pick<CarriedValue, 'ref' | 'attribute' | 'when'>) => {
      const product = ownerIn(one.ref);
      if (product === consumer.key) return null;
      const condition = one.when === null ? name : `${name}: ${one.when}`;
      return { product, target: `${nameIn(one.ref)}.${one.attribute}`, rule: condition };
    };
    const settle: SettleValues = (one) => {
      const place = placeOf(one);
      return place ? settledBudget(consumerDemand, place, one.budget) : one.budget;
    };
    return carryValues(demand, asked, settle).flatMap((carried): AskedRow[] => {
      const place = placeOf(carried);
      if (!place) return [];
      const { budget, approximate } = carried;
      const told = { ...place, value: minOfBudget(budget), ...askedBefore(carried.asked), approximate };
      return [{ ...rowOf(consumerDemand, expectation, carried.path), ...told }];
    });
  });
}

function settledBudget({ consumer }: ConsumerDemand, place: Omit<Need, 'kind' | 'value'>, budget: number): number {
  const value = minOfBudget(budget);
  const agreed = agreedNumber(consumer.product, { ...place, kind: 'completeness', value });
  return agreed === value ? budget : 1 - agreed;
}

function askedBefore(budget: number | undefined): Pick<AskedRow, 'asked'> {
  return budget === undefined ? {} : { asked: minOfBudget(budget) };
}

function rowOf({ consumer }: ConsumerDemand, { id }: ExpectationRecord, path: Step) {
  const expectation = nameOfRecord(consumer.model, id);
  const because = [{ consumer: consumer.key, metric: null, expectation, path: printSteps(path) }];
  return { consumer: consumer.key, kind: 'completeness' as const, role: null, because };
}

/** A weight weighs a row only when it stands in that row: in the same entity, over its own names. */
function weightAt({ consumer }: ConsumerDemand, measure: MeasureRecord, ref: string): Weight {
  const entity = recordOf(consumer.model, 'entity', measure.entityId);
  const tree = parsed(measure.expression);
  return tree && isLocal(tree) && ref === `${consumer.key}.${entity?.name}` ? tree : 'elsewhere';
}

function isLocal(tree: Expression | null): boolean {
  return tree !== null && columnsOf(tree).every(({ qualifier }) => qualifier === null);
}

function parsed(text: string | null): Expression | null {
  const tree = text === null ? null : parseExpression(text);
  return tree?.ok ? tree.value : null;
}

function strictestByProduct(rows: readonly AskedRow[]): AskedRow[] {
  const strictest = new Map<string, AskedRow>();
  for (const row of rows) {
    const before = strictest.get(row.product);
    if (!before || Number(row.value) > Number(before.value)) strictest.set(row.product, row);
    else if (row.value === before.value && row.approximate)
      strictest.set(row.product, { ...before, approximate: true });
  }
  return [...strictest.values()];
}

/** The attributes whose missing values a verdict on these rows needs to know, by `product.entity`. */
export function findOfferedValues(
  lineage: Lineage,
  order: readonly string[],
  rows: readonly AskedRow[],
): Map<string, MissingValues | null> {
  const wanted = new Map<string, Set<string>>();
  for (const { kind, rule, product, target } of rows) {
    if (kind !== 'completeness' || !rule?.startsWith('values') || target === null) continue;
    const [entity = '', attribute = ''] = target.split('.', 2);
    const ref = `${product}.${entity}`;
    wanted.set(ref, (wanted.get(ref) ?? new Set()).add(attribute));
  }
  return findValues(lineage, order, wanted);
}

/**
 * What owners state of the very same rows: never missing there, or so much filled in. What the owner of a copied value
 * states holds of the copy too, as long as its condition is copied with it.
 */
export function statedValues(lineage: Lineage, row: AskedRow): number | null {
  const [name = '', attribute = ''] = row.target?.split('.', 2) ?? [];
  const condition = row.rule?.startsWith('values: ') ? parsed(row.rule.slice('values: '.length)) : null;
  if (row.rule !== 'values' && condition === null) return null;
  let at = { ref: `${row.product}.${name}`, attribute, when: condition };
  for (const seen = new Set<string>(); !seen.has(at.ref); ) {
    seen.add(at.ref);
    const entity = lineage.entity(at.ref);
    const stated = entity && statedAt(lineage, entity, at.attribute, printPredicate(at.when));
    if (!entity || stated !== null) return stated;
    const tree = overInputs(entity, at.attribute);
    const from = entity.derivation?.inputs[0];
    if (tree?.kind !== 'column' || from?.kind !== 'entity' || tree.qualifier !== from.alias) return null;
    const carried = at.when === null ? null : carryCondition(entity, at.when, from.alias);
    if (at.when !== null && carried === null) return null;
    at = { ref: from.ref, attribute: tree.name, when: carried };
  }
  return null;
}

function statedAt(lineage: Lineage, entity: CompiledEntity, attribute: string, when: string | null): number | null {
  const model = lineage.product(entity.product)?.model;
  if (!model) return null;
  const stated = indexModel(model).byKind.expectation.flatMap(({ onId, rule, origin }) => {
    if (origin !== 'stated' || (rule.rule !== 'not-null' && rule.rule !== 'completeness')) return [];
    const own = rule.when === undefined ? null : printPredicate(parsed(rule.when));
    if (nameOfRecord(model, onId) !== `${entity.name}.${attribute}` || own !== when) return [];
    if (rule.rule === 'not-null') return [1];
    return rule.of === 'values' && rule.weight === undefined ? [rule.min] : [];
  });
  return stated.length === 0 ? null : Math.max(...stated);
}

/**
 * Statistics count all rows, unweighed. About some of them, or about their weight, they say something only when nothing
 * is missing at all; then what the owner states counts. What a table's own count shows to be worse than asked is a
 * conflict, not something to tighten.
 */
export function judgeValues(
  offered: MissingValues | null,
  stated: number | null,
  row: AskedRow,
): Pick<Requirement, 'verdict' | 'supply' | 'slack'> {
  const counted = row.rule === 'values' || offered?.share === 0 ? offered : null;
  const supply = counted === null ? stated : roundOff(1 - counted.share);
  if (supply === null) return { verdict: 'missing', supply: null, slack: null };
  const slack = roundOff(supply - Number(row.value));
  const short = counted?.measured && !row.approximate ? 'conflict' : 'tighten';
  return { verdict: slack >= 0 ? 'met' : short, supply, slack };
}
