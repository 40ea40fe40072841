import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { bit, type EntityDemand } from '../demand/demand';
import { expandMetric } from '../demand/expand-metric';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { moveRule } from '../placement/move-rule';
import { placeRule } from '../placement/place-rule';
import type { Placement } from '../placement/placement';
import { becauseAlong } from './ask-keys';
import { becauseOf } from './ask-structure';
import { type AskedValidity, toAsked } from './ask-validity';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { scalarOf, sortedOnce } from './validity-shape';
import { conditionOf, type Scalar } from './validity-value';

const KEY = 'a row without its key cannot be found again, nor counted once';
const FILTER = 'a metric counts these rows alone, and would count nothing if the value were never there';

/**
 * What is asked without anybody having stated it: keys are there (audit), and the values that metrics filter by exist
 * (check). Only for what is needed anyway; an attribute no metric uses gets no check of its own.
 */
export function askValidityDefaults(lineage: Lineage, consumerDemand: ConsumerDemand): AskedValidity {
  const asked: AskedValidity = { rows: [], checks: [] };
  for (const needed of consumerDemand.demand.entities.values()) askKeysThere(lineage, consumerDemand, needed, asked);
  return { rows: [...asked.rows, ...askFilterValues(lineage, consumerDemand)], checks: asked.checks };
}

/** Most entities have their key from an input, which asks for itself. */
function askKeysThere(lineage: Lineage, { demand }: ConsumerDemand, needed: EntityDemand, asked: AskedValidity): void {
  const { entity } = needed;
  for (const { name, placements } of entity ? placeKeys(lineage, entity) : []) {
    const stated = { rule: 'not-null', enforcement: 'audit' as const, share: 1 };
    const found = toAsked(demand.consumer, `${needed.name}.${name}`, stated, placements, (placement) =>
      becauseOf(demand, placement.entity.ref, null, demand.entities.get(placement.entity.ref)?.causes ?? 0n).map(
        (cause) => ({ ...cause, generated: KEY }),
      ),
    );
    asked.rows.push(...found.rows);
    asked.checks.push(...found.checks);
  }
}

/** Where the parts of a key must be there, but for those that an input asks for itself; the same for whoever needs them. */
const placeKeys = keepWhileSame((lineage, entity: CompiledEntity) =>
  entity.grain.flatMap((name): { name: string; placements: Placement[] }[] => {
    const present = isThere(name);
    if (isCarriedOn(lineage, entity, present)) return [];
    return [{ name, placements: placeRule(lineage, entity, present).filter(({ stays }) => stays !== 'unbound') }];
  }),
);

/** The key of an input, under whatever name: that input asks for itself. */
function isCarriedOn(lineage: Lineage, entity: CompiledEntity, present: Expression): boolean {
  const move = moveRule(lineage, entity, present);
  return (
    move.kind === 'moved' &&
    move.rules.length > 0 &&
    move.rules.every(
      ({ entity: upstream, predicate }) =>
        predicate.kind === 'test' &&
        predicate.operand.kind === 'column' &&
        upstream.grain.includes(predicate.operand.name),
    )
  );
}

function isThere(name: string): Expression {
  return { kind: 'test', test: 'null', negated: true, operand: { kind: 'column', qualifier: null, name } };
}

type Wanted = { entity: CompiledEntity; attribute: string; values: Scalar[]; cause: number };

function askFilterValues(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { consumer, demand } = consumerDemand;
  return wantedValues(consumerDemand).flatMap(({ entity: own, attribute: ownName, values, cause }): AskedRow[] => {
    const { entity, attribute } = followCopies(lineage, own, ownName);
    if (entity.product === consumer.key || !entity.attributes.get(attribute)?.tree) return [];
    const needed = demand.entities.get(entity.ref)?.attributes.get(attribute);
    if (((needed?.causes ?? 0n) & bit(cause)) === 0n) return [];
    const type = entity.attributes.get(attribute)?.record.type;
    const check = printExpression(conditionOf(attribute, { includes: values }, type));
    return [
      {
        consumer: consumer.key,
        product: entity.product,
        target: `${entity.name}.${attribute}`,
        kind: 'validity',
        rule: 'in-set: includes',
        role: null,
        value: { includes: values, check, enforcement: 'check' },
        placement: { strength: 'exact' },
        because: () =>
          becauseAlong(demand, entity.ref, attribute, bit(cause)).map((each) => ({ ...each, generated: FILTER })),
      },
    ];
  });
}

/** As far left as the very same values go: through expressions other values would be filtered by. */
function followCopies(lineage: Lineage, own: CompiledEntity, ownName: string) {
  let at = { entity: own, attribute: ownName };
  for (;;) {
    const tree = at.entity.derivation ? overInputs(at.entity, at.attribute) : null;
    const input =
      tree?.kind === 'column' ? at.entity.derivation?.inputs.find(({ alias }) => alias === tree.qualifier) : null;
    const upstream = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
    if (!upstream || tree?.kind !== 'column') return at;
    at = { entity: upstream, attribute: tree.name };
  }
}

/** `status = 'delivered'` in a filter or a segment of a metric; what compares anything else wants no value. */
function wantedValues({ consumer, demand }: ConsumerDemand): Wanted[] {
  const { model } = consumer;
  return indexModel(model).byKind.metric.flatMap((metric) => {
    const cause = demand.causes.findIndex((known) => known.kind === 'metric' && known.name === metric.name);
    if (cause < 0) return [];
    return expandMetric(model, metric).flatMap((leg) => {
      const segments = leg.segmentIds.flatMap((id) => recordOf(model, 'segment', id) ?? []);
      const filters = [
        ...leg.filters.map((text) => ({ entityId: leg.measure.entityId, text })),
        ...segments.map(({ entityId, filter }) => ({ entityId, text: filter })),
      ];
      return filters.flatMap(({ entityId, text }) =>
        valuesIn(model, entityId, text).flatMap(({ entity: name, attribute, values }): Wanted[] => {
          const entity = consumer.entities.get(name);
          return entity ? [{ entity, attribute, values, cause }] : [];
        }),
      );
    });
  });
}

function valuesIn(model: ModelDocument, entityId: RecordId, text: string) {
  const tree = parseExpression(text);
  return (tree.ok ? conjunctsOf(tree.value) : []).flatMap((condition) => {
    const [side, items] =
      condition.kind === 'comparison' && condition.operator === '='
        ? [condition.left, [condition.right]]
        : condition.kind === 'in' && !condition.negated
          ? [condition.operand, condition.items]
          : [null, []];
    if (side?.kind !== 'column') return [];
    const values = items.flatMap((item) => scalarOf(item) ?? []);
    const found = resolveName(model, entityId, side);
    const attribute = found.ok ? recordOf(model, 'attribute', found.value.attributeId) : null;
    const entity = recordOf(model, 'entity', attribute?.entityId ?? null);
    const isChoice = attribute?.type === 'string' && values.length === items.length && values.length > 0;
    return attribute && entity && isChoice
      ? [{ entity: entity.name, attribute: attribute.name, values: sortedOnce(values) }]
      : [];
  });
}
