import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { bit } from '../demand/demand';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { becauseAlong } from './ask-keys';
import type { AskedRow } from './asked-row';
import type { ConsumerDemand } from './consumer-demand';
import { sortedOnce } from './validity-shape';
import { conditionOf, type Scalar } from './validity-value';
import { valuesWanted } from './values-wanted';

const FILTER = 'what counts only rows with it would find none if it never came';

type Wanted = { entity: CompiledEntity; attribute: string; values: Scalar[]; cause: number };

/** The values that metrics filter by exist (check): without anybody having stated it. */
export function askFilterValues(lineage: Lineage, consumerDemand: ConsumerDemand): AskedRow[] {
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
