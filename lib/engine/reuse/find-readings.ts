import { compareText } from '@/lib/base/compare-text';
import { recordOf } from '@/lib/model/model-index';
import type { RelationshipRecord } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { bit } from '../demand/demand';
import type { CompiledEntity } from '../lineage/lineage';
import type { ConsumerDemand } from '../push/consumer-demand';
import {
  attributeOverRefs,
  conditionText,
  type JoinedShape,
  joinedShapeOf,
  joinKey,
  plainRef,
  roleName,
  type SharedJoin,
} from './joined-shape';

/** What a consumer joins to answer what it measures on one entity, in its derivations and along its relationships. */
export type Reading = {
  consumer: string;
  head: string;
  base: string;
  isMade: boolean;
  joins: Map<string, SharedJoin>;
  /** `product.entity.attribute` of everything it needs there. */
  attributes: Set<string>;
};

/** One reading per thing measured, all metrics of the consumer together; entities without a shape are left out. */
export function findReadings({ consumer, uses, demand }: ConsumerDemand): Reading[] {
  const readings = new Map<string, Reading>();
  const shapes = new Map<string, JoinedShape | null>();
  const shapeOf = (entity: CompiledEntity) => {
    const known = shapes.get(entity.ref);
    const live = new Set(demand.entities.get(entity.ref)?.liveInputs.map(({ input }) => input));
    const shape = known === undefined ? joinedShapeOf(entity, (input) => live.has(input)) : known;
    shapes.set(entity.ref, shape);
    return shape;
  };
  const measured = new Map(uses.lookbacks.map((lookback) => [`${lookback.cause} ${lookback.measured}`, lookback]));
  for (const { cause, measured: name } of measured.values()) {
    const start = consumer.entities.get(name);
    const shape = start ? shapeOf(start) : null;
    if (!start || !shape) continue;
    const { head, base, isMade } = shape;
    const reading = readings.get(head) ?? {
      consumer: consumer.key,
      head,
      base,
      isMade,
      joins: new Map(),
      attributes: new Set(),
    };
    readings.set(head, reading);
    const walked = [...uses.relationships].flatMap(([id, causes]) => {
      const relationship = (causes & bit(cause)) === 0n ? null : recordOf(consumer.model, 'relationship', id);
      return relationship ? [relationship] : [];
    });
    const reached = new Set<CompiledEntity>([start]);
    // One way per role: what is reached by two lines is joined twice, and nothing is reached from itself but by its own line.
    const ways: CompiledEntity[][] = [[start]];
    for (let way = ways.pop(); way !== undefined && reading.joins.size < JOINS_MAX; way = ways.pop())
      for (const step of walked.flatMap(stepsOf)) {
        const near = way.at(-1);
        const far = entityOf(step.to.entityId);
        const farShape = far ? shapeOf(far) : null;
        if (!near || !far || !farShape || entityOf(step.from.entityId) !== near) continue;
        const isOwnLine = near === far && way.at(-2) !== far;
        if (way.includes(far) && !isOwnLine) continue;
        const on = equalities(near, far, step, roleName(farShape.base, base));
        if (on === null) continue;
        const join = { ref: farShape.head, entity: farShape.base, type: 'left' as const, on };
        reading.joins.set(joinKey(join), join);
        reached.add(far);
        ways.push([...way, far]);
      }
    for (const entity of reached) {
      for (const [key, join] of shapeOf(entity)?.joins ?? []) reading.joins.set(key, join);
      for (const attribute of demand.entities.get(entity.ref)?.attributes.keys() ?? [])
        for (const named of namesIn(attributeOverRefs(entity, attribute))) reading.attributes.add(named);
    }
  }
  return [...readings.values()].sort((a, b) => compareText(a.head, b.head));

  function entityOf(id: string): CompiledEntity | null {
    const record = recordOf(consumer.model, 'entity', id);
    return record ? (consumer.entities.get(record.name) ?? null) : null;
  }

  function equalities(near: CompiledEntity, far: CompiledEntity, { from, to }: Step, role: string): string | null {
    const conditions = from.attributeIds.map((id, at): Expression | null => {
      const left = expressionOf(near, id);
      const right = expressionOf(far, to.attributeIds[at] ?? '');
      if (!left || !right) return null;
      const called = mapColumns(right, (column) =>
        column.qualifier === plainRef(role) ? { ...column, qualifier: role } : undefined,
      );
      return { kind: 'comparison', operator: '=', left, right: called };
    });
    const known = conditions.filter((condition) => condition !== null);
    return known.length < conditions.length ? null : conditionText(known);
  }

  function expressionOf(entity: CompiledEntity, attributeId: string): Expression | null {
    const attribute = recordOf(consumer.model, 'attribute', attributeId);
    return attribute ? attributeOverRefs(entity, attribute.name) : null;
  }
}

/** A drawing in which everything leads everywhere has more ways than anybody could share. */
const JOINS_MAX = 64;

type Step = Pick<RelationshipRecord, 'from' | 'to'>;

/** Only towards the one side: a reading never multiplies the rows it measures. */
function stepsOf({ from, to, cardinality }: RelationshipRecord): Step[] {
  switch (cardinality) {
    case 'many-to-one':
      return [{ from, to }];
    case 'one-to-many':
      return [{ from: to, to: from }];
    case 'one-to-one':
      return [
        { from, to },
        { from: to, to: from },
      ];
    case null:
      return [];
  }
}

function namesIn(tree: Expression | null): string[] {
  return tree === null ? [] : columnsOf(tree).map(({ qualifier, name }) => `${plainRef(qualifier ?? '')}.${name}`);
}
