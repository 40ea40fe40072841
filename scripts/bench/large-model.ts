/** A model to draw: entities with 25 fields each, in a tree with cross lines, and a metric. As a product of a workspace file. */
export function largeModel({ entities, lines }: { entities: number; lines: number }): string {
  return [
    '  - key: cdp-bench',
    '    name: Bench',
    '    domain: merchandising',
    '    owner: merchandising',
    '    status: draft',
    '    useCase: { decision: Where to look next, owner: merchandising }',
    '    model:',
    '      entities:',
    ...count(entities).map(entity),
    '      relationships:',
    ...count(lines).map((line) => relationship(line, entities)),
    '      measures:',
    '        - { key: amount, label: Amount, entity: thing_5, aggregation: sum, expression: f20 }',
    '      metrics:',
    '        - { key: amount_of_things, label: Amount of things, kind: simple, measure: amount, time: thing_5.f24 }',
  ].join('\n');
}

const FIELDS = 25;
const BRANCHES = 4;

function entity(index: number): string {
  return [
    `        - key: thing_${index}`,
    `          label: Thing ${index}`,
    '          grain: [f0]',
    '          attributes:',
    ...count(FIELDS).map((field) => `            - { key: f${field}, label: Field ${field}, type: ${typeOf(field)} }`),
  ].join('\n');
}

/** The first lines make a tree; further ones go to an entity near by. */
function relationship(line: number, entities: number): string {
  const from = (line % (entities - 1)) + 1;
  const isTree = line < entities - 1;
  const to = isTree ? Math.floor((from - 1) / BRANCHES) : Math.max(0, from - 3);
  const field = 1 + Math.floor(line / (entities - 1));
  return `        - { key: line_${line}, from: thing_${from}.f${field}, to: thing_${to}.f0, cardinality: many-to-one }`;
}

function typeOf(field: number): string {
  if (field < 5) return 'string, role: identifier';
  if (field === FIELDS - 1) return 'timestamp, role: time';
  return field < 15 ? 'string, role: category' : 'decimal, role: number';
}

function count(many: number): number[] {
  return Array.from({ length: many }, (_, index) => index);
}
