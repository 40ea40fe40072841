import { indexModel, recordOf } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';
import { quoteName } from '@/lib/sql/quote-name';
import type { Expression } from '@/lib/sql/tree';
import { carryCondition } from '../demand/carry-condition';
import type { Demand } from '../demand/demand';
import { expandMetric } from '../demand/expand-metric';
import { nameNode } from '../demand/find-path';
import { keepsRows } from '../demand/keeps-rows';
import { type Lineage, policyApplies } from '../lineage/lineage';
import type { Cause, Requirement } from '../plan';
import { roundOff } from '../round-off';
import type { AskedChecks } from './asked-checks';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';

/**
 * Two metrics that must agree are compared at the left-most product that holds the rows of both: every entity they
 * measure, date or filter is followed upstream while each of its rows stays one row and what is added up stays readable.
 * Where they only meet in the consumer's own model, the consumer compares them itself.
 */
export function askReconciliations(lineage: Lineage, consumerDemand: ConsumerDemand): AskedChecks {
  const { consumer } = consumerDemand;
  const asked: AskedChecks = { rows: [], checks: [] };
  for (const { leftId, rightId, within, per, cause, policy } of statedIn(lineage, consumerDemand)) {
    const place = placeOf(consumerDemand, [leftId, rightId]);
    const [left, right] = [nameOfRecord(consumer.model, leftId), nameOfRecord(consumer.model, rightId)];
    if (place)
      asked.rows.push({
        consumer: policy ? null : consumer.key,
        product: place.product,
        target: place.target,
        kind: 'reconciliation',
        rule: `${left} = ${right}`,
        role: null,
        value: { left, right, within, ...(per === undefined ? {} : { per }) },
        because: [{ ...cause, path: place.path }],
      });
    else asked.checks.push({ on: 'model', rule: 'reconcile', check: compared(left, right, within), ...HERE });
  }
  return asked;
}

const HERE = { strength: 'exact' as const, why: 'the rows of both metrics meet here first' };

/** Over the values of both metrics in one period. */
function compared(left: string, right: string, within: number): string {
  const [a, b] = [quoteName(left), quoteName(right)];
  return `abs(${a} - ${b}) <= ${within} * abs(${b})`;
}

type Stated = {
  leftId: RecordId;
  rightId: RecordId;
  within: number;
  per: string | undefined;
  cause: Omit<Cause, 'path'>;
  policy: boolean;
};

/** What the consumer states, and house rules about it that name two metrics it has. */
function statedIn(lineage: Lineage, { consumer }: ConsumerDemand): Stated[] {
  const { expectation: expectations, metric: metrics } = indexModel(consumer.model).byKind;
  const base = { consumer: consumer.key, metric: null };
  const own = expectations.flatMap(({ id, rule, origin }): Stated[] => {
    if (rule.rule !== 'reconcile' || origin !== 'stated') return [];
    const cause = { ...base, expectation: nameOfRecord(consumer.model, id) };
    return [{ leftId: rule.left, rightId: rule.right, within: rule.within, per: rule.per, cause, policy: false }];
  });
  const byName = (name: string) => metrics.find((metric) => metric.name === name)?.id;
  const ruled = lineage.snapshot.policies.flatMap((policy) =>
    policyApplies(policy, consumer.product)
      ? policy.requires.flatMap((rule): Stated[] => {
          if (rule.rule !== 'reconcile') return [];
          const [leftId, rightId] = [byName(rule.left), byName(rule.right)];
          if (leftId === undefined || rightId === undefined) return [];
          const cause = { ...base, policy: policy.key };
          return [{ leftId, rightId, within: rule.within, per: rule.per, cause, policy: true }];
        })
      : [],
  );
  return [...own, ...ruled];
}

type Place = { product: string; target: string | null; path: string[] };
/** An entity with what must be readable there; upstream of it the same rows under other names. */
type Rows = { ref: string; trees: Expression[] };

function placeOf(consumerDemand: ConsumerDemand, metricIds: readonly RecordId[]): Place | null {
  const needed = metricIds.flatMap((id) => rowsOf(consumerDemand, id));
  const chains = needed.map((rows) => chainOf(consumerDemand, rows));
  const [first, ...others] = chains;
  if (!first || needed.length === 0) return null;
  for (const [index, at] of [...first.entries()].reverse()) {
    if (index === 0) return null;
    const product = ownerOf(at);
    if (product === consumerDemand.consumer.key) continue;
    const ends = others.map((chain) => [...chain].reverse().find((ref) => ownerOf(ref) === product));
    if (ends.some((end) => end === undefined)) continue;
    const isOne = ends.every((end) => end === at);
    const path = first.slice(0, index + 1).map((ref) => nameNode(ref, null));
    return { product, target: isOne ? at.slice(product.length + 1) : null, path };
  }
  return null;
}

function rowsOf({ consumer }: ConsumerDemand, metricId: RecordId): Rows[] {
  const metric = recordOf(consumer.model, 'metric', metricId);
  if (!metric) return [];
  const byRef = new Map<string, Rows>();
  const add = (entityId: RecordId, texts: readonly (string | null)[]) => {
    const ref = `${consumer.key}.${recordOf(consumer.model, 'entity', entityId)?.name ?? ''}`;
    const rows = byRef.get(ref) ?? { ref, trees: [] };
    byRef.set(ref, rows);
    for (const text of texts) {
      const tree = text === null ? null : parseExpression(text);
      if (tree?.ok) rows.trees.push(tree.value);
    }
  };
  for (const leg of expandMetric(consumer.model, metric)) {
    add(leg.measure.entityId, [leg.measure.expression, ...leg.filters]);
    for (const id of leg.segmentIds) {
      const segment = recordOf(consumer.model, 'segment', id);
      if (segment) add(segment.entityId, [segment.filter]);
    }
    for (const { attributeId } of leg.times) {
      const time = recordOf(consumer.model, 'attribute', attributeId);
      if (time) add(time.entityId, [time.name]);
    }
  }
  return [...byRef.values()];
}

function chainOf({ demand }: ConsumerDemand, start: Rows): string[] {
  const chain: string[] = [];
  for (let at: Rows | null = start; at !== null; at = sameRowsUpstream(demand, at)) chain.push(at.ref);
  return chain;
}

function sameRowsUpstream(demand: Demand, { ref, trees }: Rows): Rows | null {
  const { entity, liveInputs = [] } = demand.entities.get(ref) ?? {};
  const from = liveInputs.find(({ input }) => input.join === 'from')?.input;
  if (!entity?.derivation || from?.kind !== 'entity' || !keepsRows(entity.derivation, liveInputs)) return null;
  if (trees.some((tree) => columnsOf(tree).some(({ qualifier }) => qualifier !== null))) return null;
  const carried = trees.flatMap((tree) => carryCondition(entity, tree, from.alias) ?? []);
  return carried.length < trees.length ? null : { ref: from.ref, trees: carried };
}

function ownerOf(ref: string): string {
  return ref.slice(0, ref.indexOf('.'));
}

/** Nobody can read off statistics whether two sums agree; an owner who states the same comparison promises it. */
export function judgeReconciliation(
  lineage: Lineage,
  row: AskedRow,
): Pick<Requirement, 'verdict' | 'supply' | 'slack'> {
  const model = lineage.product(row.product)?.model;
  const within = withinOf(row.value);
  const promised = (model ? indexModel(model).byKind.expectation : []).flatMap(({ rule, origin }) =>
    rule.rule === 'reconcile' &&
    origin === 'stated' &&
    model !== undefined &&
    `${nameOfRecord(model, rule.left)} = ${nameOfRecord(model, rule.right)}` === row.rule
      ? [rule.within]
      : [],
  );
  if (promised.length === 0) return { verdict: 'missing', supply: null, slack: null };
  const supply = Math.min(...promised);
  const slack = roundOff(within - supply);
  return { verdict: slack >= 0 ? 'met' : 'tighten', supply: { within: supply }, slack };
}

export function withinOf(value: AskedRow['value']): number {
  return value !== null && typeof value === 'object' ? Number(value.within ?? 0) : 0;
}
