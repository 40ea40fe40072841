import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { parseExpression } from '@/lib/sql/parse';
import { bit } from '../demand/demand';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledDerivation, CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { becauseAlong } from './ask-keys';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { sortedOnce } from './validity-shape';
import { conditionOf, type Scalar, someRowHas } from './validity-value';
import { valuesWanted } from './values-wanted';

const FILTER = 'what counts only rows with it would find none if it never came';

type Wanted = { entity: CompiledEntity; attribute: string; values: Scalar[]; cause: number };

const EARLY = 'Rows are lost further downstream, so this only warns early; whether any is found is seen there.';

/**
 * The values that metrics filter by exist (check): without anybody having stated it. Asked as far left as finding one there
 * means finding one here, and as an early warning further left, where a row may still be filtered out or never be looked up.
 */
export function askFilterValues(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
  const { consumer, demand } = consumerDemand;
  return wantedValues(consumerDemand).flatMap(({ entity: own, attribute: ownName, values, cause }) =>
    followCopies(lineage, own, ownName).flatMap(({ entity, attribute, strength }): AskedRow[] => {
      if (entity.product === consumer.key || !entity.attributes.get(attribute)?.tree) return [];
      const needed = demand.entities.get(entity.ref)?.attributes.get(attribute);
      if (((needed?.causes ?? 0n) & bit(cause)) === 0n) return [];
      const type = entity.attributes.get(attribute)?.record.type;
      const check = someRowHas(entity.name, conditionOf(attribute, { includes: values }, type));
      return [
        {
          consumer: consumer.key,
          product: entity.product,
          target: `${entity.name}.${attribute}`,
          kind: 'validity',
          rule: 'in-set: includes',
          role: null,
          value: { includes: values, check, enforcement: 'check' },
          placement: strength === 'exact' ? { strength } : { strength, why: EARLY },
          because: () =>
            becauseAlong(demand, entity.ref, attribute, bit(cause)).map((each) => ({ ...each, generated: FILTER })),
        },
      ];
    }),
  );
}

type Place = { entity: CompiledEntity; attribute: string; strength: 'exact' | 'necessary' };

/** As far left as the very same values go; where rows are lost on the way, also as far as all of them are kept. */
function followCopies(lineage: Lineage, own: CompiledEntity, ownName: string): Place[] {
  let at: Place = { entity: own, attribute: ownName, strength: 'exact' };
  let kept: Place | null = null;
  for (;;) {
    const { derivation } = at.entity;
    const tree = derivation ? overInputs(at.entity, at.attribute) : null;
    const input = tree?.kind === 'column' ? derivation?.inputs.find(({ alias }) => alias === tree.qualifier) : null;
    const upstream = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
    if (!derivation || !upstream || tree?.kind !== 'column') return kept ? [kept, at] : [at];
    const isLost = input?.join !== 'from' || losesRows(derivation);
    if (isLost && at.strength === 'exact') kept = at;
    at = { entity: upstream, attribute: tree.name, strength: isLost ? 'necessary' : at.strength };
  }
}

/** A group keeps its key; a left join keeps what it is joined to. */
function losesRows({ where, inputs }: CompiledDerivation): boolean {
  return where !== null || inputs.some(({ join }) => join === 'inner');
}

/** `status = 'delivered'` in a filter or a segment of a metric, however it is spelled. */
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
  return Array.from(tree.ok ? valuesWanted(tree.value).values() : []).flatMap(({ column, values }) => {
    const found = resolveName(model, entityId, column);
    const attribute = found.ok ? recordOf(model, 'attribute', found.value.attributeId) : null;
    const entity = recordOf(model, 'entity', attribute?.entityId ?? null);
    return attribute && entity && attribute.type === 'string' && values.length > 0
      ? [{ entity: entity.name, attribute: attribute.name, values: sortedOnce(values) }]
      : [];
  });
}
