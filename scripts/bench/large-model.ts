import type { AttributeRecord, EntityRecord, ModelRecord, RelationshipRecord } from '../../lib/model/records';

const FIELDS = 25;
const BRANCHES = 4;

/** A model to draw, as records: entities with 25 fields each, in a tree, and further lines to a neighbour. */
export function largeModel({ entities, lines }: { entities: number; lines: number }): ModelRecord[] {
  return [
    ...count(entities).flatMap((index) => [entity(index), ...count(FIELDS).map((field) => attribute(index, field))]),
    ...count(lines).map((line) => relationship(line, entities)),
  ];
}

/** The product it is drawn in, for a workspace file: nothing is modelled yet. */
export const BENCH_PRODUCT = [
  '  - key: cdp-bench',
  '    name: Bench',
  '    domain: merchandising',
  '    owner: merchandising',
  '    status: draft',
  '    useCase: { decision: Where to look next, owner: merchandising }',
  '    model: { entities: [] }',
].join('\n');

function entity(index: number): EntityRecord {
  return {
    kind: 'entity',
    id: `thing-${index}`,
    order: index,
    name: `thing_${index}`,
    label: `Thing ${index}`,
    description: null,
    synonyms: [],
    grain: [`thing-${index}-0`],
    derivation: null,
  };
}

function attribute(index: number, field: number): AttributeRecord {
  const kind = field < 5 ? 'identifier' : field === FIELDS - 1 ? 'time' : field < 15 ? 'category' : 'number';
  const types = { identifier: 'string', time: 'timestamp', category: 'string', number: 'decimal' } as const;
  return {
    kind: 'attribute',
    id: `thing-${index}-${field}`,
    order: field,
    entityId: `thing-${index}`,
    name: `f${field}`,
    label: `Field ${field}`,
    description: null,
    synonyms: [],
    type: types[kind],
    role: kind,
    unit: null,
    classification: null,
    nullable: true,
    expression: null,
  };
}

/** The first lines make a tree; further ones go to an entity near by. */
function relationship(line: number, entities: number): RelationshipRecord {
  const from = (line % (entities - 1)) + 1;
  const to = line < entities - 1 ? Math.floor((from - 1) / BRANCHES) : Math.max(0, from - 3);
  const field = 1 + Math.floor(line / (entities - 1));
  return {
    kind: 'relationship',
    id: `line-${line}`,
    order: line,
    name: `line_${line}`,
    label: null,
    role: null,
    from: { entityId: `thing-${from}`, attributeIds: [`thing-${from}-${field}`] },
    to: { entityId: `thing-${to}`, attributeIds: [`thing-${to}-0`] },
    cardinality: 'many-to-one',
    optional: false,
  };
}

function count(many: number): number[] {
  return Array.from({ length: many }, (_, index) => index);
}
