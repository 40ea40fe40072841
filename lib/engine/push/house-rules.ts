import type { Policy } from '@/lib/catalog/snapshot';
import { fitsField } from '@/lib/model/fits-field';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import type { Classification } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { minutesOfClock } from '../clock-time';
import { isCurrency } from '../conflicts/is-currency';
import { type CompiledEntity, type Lineage, policyApplies } from '../lineage/lineage';
import type { Cause } from '../plan';
import { wantedOf } from './ask-delivery';
import { bandOf, volumeRow } from './ask-volume';
import type { AskedRow } from './asked-row';
import { shapeOf } from './validity-shape';
import { conditionOf } from './validity-value';

/** What is needed upstream, whoever needs it. */
export type NeededUpstream = {
  products: readonly string[];
  /** Needed fields by `product.entity`. */
  attributes: ReadonlyMap<string, readonly string[]>;
  /** By product, `product.entity` and `product.entity.attribute`, sorted: the consumers that need it. */
  consumers: ReadonlyMap<string, readonly string[]>;
  /** By `product.entity.attribute`. */
  classified: ReadonlyMap<string, Classification>;
};

/** How the needed values of a product are classified. */
export type ClassesIn = (product: string) => ReadonlySet<Classification>;

export function classesIn({ classified }: Pick<NeededUpstream, 'classified'>): ClassesIn {
  const found = new Map<string, Set<Classification>>();
  for (const [key, classification] of classified) {
    const product = ownerIn(key);
    found.set(product, (found.get(product) ?? new Set()).add(classification));
  }
  return (product) => found.get(product) ?? NONE;
}

const NONE: ReadonlySet<Classification> = new Set();

/**
 * House rules add to what is needed anyway and seed nothing: a product nobody needs is not asked for anything. They
 * are not carried further upstream, where each product has rules of its own. Consumers' own products are never asked.
 * A rule about values is asked of every needed field it fits, one about a classification of those that bear it; what
 * is said of masking, staying and agreeing is asked where the need is known, beside the other asks of those kinds.
 */
export function askHouseRules(lineage: Lineage, needed: NeededUpstream): AskedRow[] {
  return rulesThatApply(lineage, needed.products, classesIn(needed)).flatMap((applied): AskedRow[] => [
    ...askOfProduct(lineage, needed, applied),
    ...[...needed.attributes].flatMap(([ref, names]) =>
      ownerIn(ref) === applied.product
        ? askOfEntity(
            lineage,
            needed,
            applied,
            ref,
            names.filter((name) => isSpokenOf(needed, applied, ref, name)),
          )
        : [],
    ),
  ]);
}

function isSpokenOf({ classified }: NeededUpstream, { policy }: Applied, ref: string, name: string): boolean {
  const { classification } = policy.applies;
  const own = classified.get(`${ref}.${name}`);
  return classification === undefined || (own !== undefined && classification.includes(own));
}

function askOfProduct(lineage: Lineage, needed: NeededUpstream, { policy, product, rule }: Applied): AskedRow[] {
  const because = becauseOf(needed, policy, product, product);
  const base = { consumer: null, product, target: null, rule: null, role: null, because };
  switch (rule.rule) {
    case 'freshness':
      return [{ ...base, kind: 'freshness', value: rule.maxMinutes }];
    case 'deadline': {
      const { timezone: usual } = lineage.snapshot.workspace;
      const timezone = rule.timezone ?? usual;
      const value = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440;
      return [{ ...base, kind: 'deadline', rule: timezone === usual ? null : timezone, value, timezone }];
    }
    case 'availability':
      return [{ ...base, kind: 'availability', value: rule.min }];
    case 'completeness':
      return (rule.of ?? 'rows') === 'rows' ? [{ ...base, kind: 'completeness', value: rule.min }] : [];
    case 'history':
      return [{ ...base, kind: 'history', value: rule.days }];
    case 'delivery': {
      const isMeant = rule.product === undefined || rule.product === product;
      return isMeant ? [{ ...base, kind: 'delivery', rule: rule.mode, value: wantedOf(rule) }] : [];
    }
    default:
      return [];
  }
}

function askOfEntity(
  lineage: Lineage,
  needed: NeededUpstream,
  { policy, product, rule }: Applied,
  ref: string,
  attributes: readonly string[],
): AskedRow[] {
  const entity = lineage.entity(ref);
  if (!entity || attributes.length === 0) return [];
  const name = nameIn(ref);
  const base = { consumer: null, product, target: name, role: null };
  const because = becauseOf(needed, policy, ref, `${product}:${name}`);
  const at = (attribute: string) => ({
    ...base,
    target: `${name}.${attribute}`,
    because: becauseOf(needed, policy, `${ref}.${attribute}`, `${product}:${name}.${attribute}`),
  });
  switch (rule.rule) {
    case 'volume':
      return [volumeRow(null, { product, target: name }, bandOf(rule), because)];
    case 'unique': {
      const keys = [...(rule.attributes ?? entity.grain)].sort();
      const isHere = keys.length > 0 && keys.every((key) => entity.attributes.has(key));
      const value = { keys, duplicates: 0 };
      return isHere ? [{ ...base, kind: 'uniqueness', rule: keys.join(', '), value, hard: true, because }] : [];
    }
    case 'completeness':
      return rule.of === 'values'
        ? attributes.map((attribute) => ({ ...at(attribute), kind: 'completeness', rule: 'values', value: rule.min }))
        : [];
    case 'currency':
      return attributes.flatMap((attribute): AskedRow[] => {
        const unit = entity.attributes.get(attribute)?.record.unit ?? null;
        const { currency } = lineage.snapshot.workspace;
        if (unit === null || currency === null || !isCurrency(unit)) return [];
        const verdict = unit === currency ? 'met' : 'conflict';
        return [{ ...at(attribute), kind: 'attribute', rule: null, value: null, judged: { verdict, supply: null } }];
      });
    case 'holds': {
      const condition = parsed(rule.condition);
      if (!condition || !speaksOf(condition, entity)) return [];
      const check = printExpression(condition);
      if ((rule.min ?? 1) === 1) return [validityRow(base, entity, condition, because)];
      const value = { condition: check, min: rule.min, check, enforcement: 'check' };
      return [{ ...base, kind: 'validity', rule: `holds: ${check}`, value, because }];
    }
    default:
      return attributes.flatMap((attribute): AskedRow[] => {
        const condition = conditionAt(rule, entity, attribute);
        return condition ? [validityRow(base, entity, condition, at(attribute).because)] : [];
      });
  }
}

function validityRow(
  base: Pick<AskedRow, 'consumer' | 'product' | 'role'>,
  entity: CompiledEntity,
  condition: Expression,
  because: readonly Cause[],
): AskedRow {
  const { target, rule, value } = shapeOf(entity.name, condition, 'check');
  return { ...base, target, kind: 'validity', rule, value: { ...value }, placement: { strength: 'exact' }, because };
}

/** A rule about values as a condition on one field; null where it says nothing about a field of that type. */
function conditionAt(rule: Applied['rule'], entity: CompiledEntity, attribute: string): Expression | null {
  const type = entity.attributes.get(attribute)?.record.type;
  const operand: Expression = { kind: 'column', qualifier: null, name: attribute };
  switch (rule.rule) {
    case 'not-null': {
      const present: Expression = { kind: 'test', test: 'null', negated: true, operand };
      if (rule.when === undefined) return present;
      const when = parsed(rule.when);
      if (!when || !speaksOf(when, entity)) return null;
      return { kind: 'or', operands: [{ kind: 'test', test: 'true', negated: true, operand: when }, present] };
    }
    case 'in-set':
      return rule.values.every((value) => fitsField(value, type))
        ? conditionOf(attribute, { values: rule.values }, type)
        : null;
    case 'range': {
      const bounds = {
        ...(rule.min === undefined ? {} : { min: rule.min }),
        ...(rule.max === undefined ? {} : { max: rule.max }),
      };
      return Object.values(bounds).every((value) => fitsField(value, type))
        ? conditionOf(attribute, bounds, type)
        : null;
    }
    case 'pattern':
      if (type !== 'string') return null;
      return {
        kind: 'call',
        name: 'regexp_like',
        arguments: [operand, { kind: 'literal', type: 'string', value: rule.regex }],
      };
    default:
      return null;
  }
}

function speaksOf(condition: Expression, entity: CompiledEntity): boolean {
  return columnsOf(condition).every(({ qualifier, name }) => qualifier === null && entity.attributes.has(name));
}

function parsed(text: string): Expression | null {
  const tree = parseExpression(text);
  return tree.ok ? tree.value : null;
}

function becauseOf({ consumers }: NeededUpstream, policy: Policy, place: string, step: string): Cause[] {
  return (consumers.get(place) ?? []).map((consumer) => ({ consumer, metric: null, policy: policy.key, path: [step] }));
}

type Applied = { policy: Policy; product: string; rule: Policy['requires'][number] };

/** A rule about a classification speaks of a product when something needed of it is so classified. */
export function rulesThatApply(lineage: Lineage, products: readonly string[], classes: ClassesIn): Applied[] {
  return lineage.snapshot.policies.flatMap((policy) =>
    products.flatMap((key) => {
      const product = lineage.product(key)?.product;
      const { classification } = policy.applies;
      const speaks = classification === undefined || classification.some((one) => classes(key).has(one));
      return product && speaks && policyApplies(policy, product)
        ? policy.requires.map((rule) => ({ policy, product: key, rule }))
        : [];
    }),
  );
}

/** The least number of days that a house rule lets this product keep; null when none does. */
export function historyMax(lineage: Lineage, product: string, classes: ClassesIn): number | null {
  const limits = rulesThatApply(lineage, [product], classes).flatMap(({ rule }) =>
    rule.rule === 'history-max' ? [rule.days] : [],
  );
  return limits.length === 0 ? null : Math.min(...limits);
}

/** Needed products that a house rule wants owned and nobody owns. */
export function ownerless(lineage: Lineage, products: readonly string[], classes: ClassesIn): string[] {
  const found = rulesThatApply(lineage, products, classes).flatMap(({ product, rule }) =>
    rule.rule === 'owner' && lineage.product(product)?.product.owner === null ? [product] : [],
  );
  return [...new Set(found)].sort();
}
