import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { ExpectationRecord } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { quoteName } from '@/lib/sql/quote-name';
import { andOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import { bit, causesIn } from '../demand/demand';
import { findPath } from '../demand/find-path';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { describeStay } from '../placement/describe-stay';
import { placeKey } from '../placement/place-key';
import { placeRule } from '../placement/place-rule';
import type { Placement } from '../placement/placement';
import type { Cause, ConsumerPlan, Placement as ToldPlacement } from '../plan';
import { roundOff } from '../round-off';
import { nameCause } from './ask-structure';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { shapeOf } from './validity-shape';
import { conditionOf, type Enforcement } from './validity-value';

type Check = ConsumerPlan['checks'][number];

/** What is asked of others, and what the consumer itself must check because it cannot be known any earlier. */
export type AskedValidity = { rows: AskedRow[]; checks: Check[] };

const VALIDITY = new Set(['not-null', 'in-set', 'range', 'pattern', 'holds']);

/** True for a rule about what values may be, as against how many, how old or how complete they are. */
function isValidity(rule: ExpectationRecord['rule']): boolean {
  return VALIDITY.has(rule.rule);
}

/** Every stated rule about values, at the left-most products where it can be told whether it is kept. */
export function askValidity(lineage: Lineage, consumerDemand: ConsumerDemand): AskedValidity {
  const asked: AskedValidity = { rows: [], checks: [] };
  const { model } = consumerDemand.consumer;
  for (const expectation of indexModel(model).byKind.expectation) {
    if (expectation.origin !== 'stated') continue;
    asked.checks.push(...checkOfKey(lineage, consumerDemand, expectation));
    if (!isValidity(expectation.rule)) continue;
    const found = askOne(lineage, consumerDemand, expectation);
    asked.rows.push(...found.rows);
    asked.checks.push(...found.checks);
  }
  return asked;
}

function askOne(lineage: Lineage, consumerDemand: ConsumerDemand, expectation: ExpectationRecord): AskedValidity {
  const { consumer } = consumerDemand;
  const { enforcement, rule, onId } = expectation;
  const condition = conditionFor(consumerDemand, expectation);
  if (!condition) return { rows: [], checks: [] };
  const on = nameOfRecord(consumer.model, onId);
  const stay = (why: string): AskedValidity => ({
    rows: [],
    checks: [{ on, rule: rule.rule, check: printExpression(condition), strength: 'exact', why }],
  });
  const entity = entityFor(consumerDemand, expectation);
  if (!entity) return stay(onMetric(consumerDemand, expectation) ? ON_METRIC : ON_SEVERAL);
  if (columnsOf(condition).some(({ qualifier }) => qualifier !== null)) return stay(ON_SEVERAL);
  const placements = placeRule(lineage, entity, condition);
  if (placements.length === 0) return stay(isMasked(entity, condition) ? MASKED : ALWAYS);
  const share = rule.rule === 'holds' ? (rule.min ?? 1) : 1;
  const causes = (placement: Placement) => becauseOfExpectation(consumerDemand, expectation, placement);
  return toAsked(consumer.key, on, { rule: rule.rule, enforcement, share }, placements, causes);
}

const ON_METRIC = 'a metric is worked out from many rows, and only when it is asked for';
const ON_SEVERAL = 'it compares rows of several entities, which meet here first';
const MASKED = 'nothing that may arrive can break it: a default stands in for what is missing';
const ALWAYS = 'nothing that may arrive can break it: it holds by how it is made';

/** Does a constant stand in for what is missing of a field the condition names? */
function isMasked(entity: CompiledEntity, condition: Expression): boolean {
  const hasDefault = (tree: Expression): boolean =>
    (tree.kind === 'call' && tree.name === 'coalesce' && tree.arguments.some(({ kind }) => kind === 'literal')) ||
    childrenOf(tree).some(hasDefault);
  return columnsOf(condition).some(({ name }) => {
    const tree = overInputs(entity, name);
    return tree !== null && hasDefault(tree);
  });
}

/** A key that is unique only from here on is asked of nobody, and checked here. */
function checkOfKey(lineage: Lineage, consumerDemand: ConsumerDemand, expectation: ExpectationRecord): Check[] {
  const { model, key: consumer } = consumerDemand.consumer;
  const { rule, onId } = expectation;
  const entity = entityFor(consumerDemand, expectation);
  if (rule.rule !== 'unique' || !entity) return [];
  const attribute = recordOf(model, 'attribute', onId)?.name;
  const stated = rule.attributes?.flatMap((id) => recordOf(model, 'attribute', id)?.name ?? []);
  const placed = placeKey(lineage, entity, stated ?? (attribute === undefined ? entity.grain : [attribute]));
  if (!placed || placed.entity.product !== consumer) return [];
  const check = `count(*) over (partition by ${placed.key.map(quoteName).join(', ')}) = 1`;
  const why = placed.stays === null ? 'it is made here' : describeStay(placed.stays);
  return [{ on: nameOfRecord(model, onId), rule: rule.rule, check, strength: placed.strength, why }];
}

type Stated = { rule: string; enforcement: Enforcement; share: number };

/** Rows for other products; checks for the consumer's own. A share of bad rows is divided among the places it falls to. */
function toAsked(
  consumer: string,
  on: string,
  { rule, enforcement, share }: Stated,
  placements: readonly Placement[],
  becauseOf: (placement: Placement) => Cause[],
): AskedValidity {
  const asked: AskedValidity = { rows: [], checks: [] };
  const places = share < 1 ? togetherByEntity(placements) : placements;
  const least = roundOff(
    1 - (1 - share) / Math.max(1, places.filter(({ strength }) => strength !== 'necessary').length),
  );
  for (const placement of places) {
    const { entity, predicate } = placement;
    if (entity.product === consumer) {
      asked.checks.push(checkOfPlaced(on, rule, placement));
      continue;
    }
    const shape = shapeOf(entity.name, predicate, enforcement);
    const isShare = share < 1;
    const check = shape.value.check;
    asked.rows.push({
      consumer,
      product: entity.product,
      target: shape.target,
      kind: 'validity',
      rule: isShare ? `holds: ${check}` : shape.rule,
      role: null,
      value: isShare ? { condition: check, min: least, check, enforcement } : shape.value,
      approximate: isShare && !placement.sameRows,
      placement: tellPlacement(placement),
      because: () => becauseOf(placement),
    });
  }
  return asked;
}

/** The consumer's own check, where a rule has come to stand in one of its own entities. */
export function checkOfPlaced(on: string, rule: string, { predicate, strength, stays }: Placement): Check {
  const why = stays === null ? 'it is made here' : describeStay(stays);
  return { on, rule, check: printExpression(predicate), strength, why };
}

export function tellPlacement({ strength, stays }: Placement): ToldPlacement {
  return stays === null ? { strength } : { strength, stays: true, why: describeStay(stays) };
}

/** A row that breaks two parts of a rule is one bad row. */
function togetherByEntity(placements: readonly Placement[]): Placement[] {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    const key = `${placement.entity.ref} ${placement.strength === 'necessary'}`;
    groups.set(key, [...(groups.get(key) ?? []), placement]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      ...first,
      predicate: andOf(group.map(({ predicate }) => predicate)),
      strength: group.find(({ strength }) => strength !== 'exact')?.strength ?? 'exact',
      sameRows: group.every(({ sameRows }) => sameRows),
      stays: group.find(({ stays }) => stays !== null)?.stays ?? null,
    };
  });
}

/** The rule as a condition that is false for the rows that break it; null for what is no rule about values. */
function conditionFor({ consumer }: ConsumerDemand, { rule, onId }: ExpectationRecord): Expression | null {
  const attribute = recordOf(consumer.model, 'attribute', onId);
  const name = attribute?.name ?? recordOf(consumer.model, 'metric', onId)?.name;
  if (rule.rule === 'holds') return parsed(rule.condition);
  if (name === undefined) return null;
  const operand: Expression = { kind: 'column', qualifier: null, name };
  switch (rule.rule) {
    case 'not-null': {
      const present: Expression = { kind: 'test', test: 'null', negated: true, operand };
      const when = rule.when === undefined ? null : parsed(rule.when);
      if (!when) return present;
      return { kind: 'or', operands: [{ kind: 'test', test: 'true', negated: true, operand: when }, present] };
    }
    case 'in-set':
      return conditionOf(name, { values: rule.values }, attribute?.type);
    case 'range': {
      const bounds = {
        ...(rule.min === undefined ? {} : { min: rule.min }),
        ...(rule.max === undefined ? {} : { max: rule.max }),
      };
      return conditionOf(name, bounds, attribute?.type);
    }
    case 'pattern':
      return {
        kind: 'call',
        name: 'regexp_like',
        arguments: [operand, { kind: 'literal', type: 'string', value: rule.regex }],
      };
    default:
      return null;
  }
}

function parsed(text: string): Expression | null {
  const tree = parseExpression(text);
  return tree.ok ? tree.value : null;
}

function entityFor({ consumer }: ConsumerDemand, { onId }: ExpectationRecord): CompiledEntity | null {
  const attribute = recordOf(consumer.model, 'attribute', onId);
  const entity = recordOf(consumer.model, 'entity', attribute?.entityId ?? onId);
  return entity ? (consumer.entities.get(entity.name) ?? null) : null;
}

function onMetric({ consumer }: ConsumerDemand, { onId }: ExpectationRecord): boolean {
  return recordOf(consumer.model, 'metric', onId) !== null;
}

function becauseOfExpectation(
  { consumer, demand }: ConsumerDemand,
  expectation: ExpectationRecord,
  { entity, predicate }: Placement,
): Cause[] {
  const name = nameOfRecord(consumer.model, expectation.id);
  const cause = demand.causes.findIndex((known) => known.kind === 'expectation' && known.name === name);
  if (cause < 0) return [{ consumer: consumer.key, metric: null, expectation: name, path: [] }];
  const needed = demand.entities.get(entity.ref);
  const isNeeded = (attribute: string) => ((needed?.attributes.get(attribute)?.causes ?? 0n) & bit(cause)) !== 0n;
  const attribute = columnsOf(predicate).find((column) => isNeeded(column.name))?.name ?? null;
  return causesIn(bit(cause)).map((each) => ({
    ...nameCause(demand, each),
    path: findPath(demand, entity.ref, attribute, each),
  }));
}
