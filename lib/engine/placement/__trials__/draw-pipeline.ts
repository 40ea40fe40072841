/**
 * Small lineages of two or three products over the tables `a` and `b`, drawn from a tape of numbers: projections,
 * filters, look-ups and groupings of every shape the placement has an opinion about, and a rule at their end.
 */
export type Column = { name: string; type: 'integer' | 'decimal' | 'string' | 'date' | 'timestamp' };
type Join = { entity: string; as: string; type: 'inner' | 'left'; on: string };
export type DrawnEntity = {
  product: string;
  key: string;
  grain: string[];
  from: { table: string; as: string } | { entity: string; as: string };
  joins: Join[];
  where: string | null;
  groupBy: string[];
  attributes: (Column & { expression: string })[];
};
export type Pipeline = { entities: DrawnEntity[]; target: string; rule: string };

export const TABLES: Record<'a' | 'b', Column[]> = {
  a: [
    { name: 'id', type: 'integer' },
    { name: 'k', type: 'integer' },
    { name: 'g', type: 'string' },
    { name: 'x', type: 'integer' },
    { name: 'y', type: 'integer' },
    { name: 'd', type: 'decimal' },
    { name: 's', type: 'string' },
    { name: 'at_', type: 'timestamp' },
  ],
  b: [
    { name: 'k', type: 'integer' },
    { name: 'x', type: 'integer' },
    { name: 's', type: 'string' },
  ],
};

export type Draw = { below: (count: number) => number; one: <T>(list: readonly T[]) => T };

export function drawFrom(tape: readonly number[]): Draw {
  let at = 0;
  const below = (count: number) => (tape[at++ % tape.length] ?? 0) % count;
  const one = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  return { below, one };
}

export function drawPipeline(draw: Draw): Pipeline {
  const sources = [sourceOf('a'), sourceOf('b')];
  const middle = drawEntity(draw, 'agg-m', sources[0], draw.below(2) === 0 ? sources[1] : undefined);
  const entities = [...sources, middle];
  const last = draw.below(3) === 0 ? drawEntity(draw, 'cdp-z', middle, undefined) : null;
  if (last) entities.push(last);
  const target = last ?? middle;
  const subject = draw.one(target.attributes.filter(({ name }) => name.startsWith('t')));
  return { entities, target: refOf(target), rule: drawRule(draw, subject) };
}

export function refOf({ product, key }: DrawnEntity): string {
  return `${product}.${key}`;
}

/** One entity over the tables, as far as a test says; `t` is what its rule is about. */
export function pipelineOf(
  t: Column['type'],
  expression: string,
  rule: string,
  parts: Partial<Pick<DrawnEntity, 'joins' | 'where' | 'groupBy'>> & { more?: DrawnEntity['attributes'] } = {},
): Pipeline {
  const { more = [], ...others } = parts;
  const key: DrawnEntity['attributes'][number] = others.groupBy
    ? { name: 'g', type: 'string', expression: 'l.g' }
    : { name: 'id', type: 'integer', expression: 'l.id' };
  const entity: DrawnEntity = {
    product: 'agg-m',
    key: 'm',
    grain: [key.name],
    from: { entity: 'src-a.a', as: 'l' },
    joins: [],
    where: null,
    groupBy: [],
    attributes: [key, { name: 't', type: t, expression }, ...more],
    ...others,
  };
  return { entities: [sourceOf('a'), sourceOf('b'), entity], target: refOf(entity), rule };
}

function sourceOf(table: 'a' | 'b'): DrawnEntity {
  return {
    product: `src-${table}`,
    key: table,
    grain: [table === 'a' ? 'id' : 'k'],
    from: { table: `db.${table}`, as: 'r' },
    joins: [],
    where: null,
    groupBy: [],
    attributes: TABLES[table].map((column) => ({ ...column, expression: `r.${column.name}` })),
  };
}

function drawEntity(draw: Draw, product: string, left?: DrawnEntity, right?: DrawnEntity): DrawnEntity {
  if (!left) throw new Error('a pipeline starts somewhere');
  const columns = left.attributes.map(({ name, type }) => ({ name: `l.${name}`, type }));
  if (right) columns.push(...right.attributes.map(({ name, type }) => ({ name: `r.${name}`, type })));
  const joins = right ? [drawJoin(draw)] : [];
  const where = draw.below(3) === 0 ? drawFilter(draw, columns) : null;
  const isGrouped = draw.below(3) === 0;
  const keyed = columns.find(({ name }) => name === 'l.g');
  const base = { product, key: 'm', from: { entity: refOf(left), as: 'l' }, joins, where };
  if (isGrouped && keyed) {
    const g = { name: 'g', type: keyed.type, expression: draw.one(['l.g', 'upper(l.g)', "coalesce(l.g, 'z')"]) };
    const made = [drawAggregate(draw, columns), drawAggregate(draw, columns)];
    const attributes = [
      g,
      ...made.map((each, at) => ({ ...each, name: `t${at}` })),
      { ...g, name: 'tg', expression: 'g' },
    ];
    return { ...base, grain: ['g'], groupBy: ['g'], attributes };
  }
  const made = [drawValue(draw, columns), drawValue(draw, columns), drawValue(draw, columns)];
  const id = left.attributes.find(({ name }) => name === 'id' || name === 'g');
  const kept = id ? [{ ...id, expression: `l.${id.name}` }] : [];
  const also = left.attributes.filter(({ name }) => name === 'g' && id?.name !== 'g');
  return {
    ...base,
    grain: id ? [id.name] : [],
    groupBy: [],
    attributes: [
      ...kept,
      ...also.map((each) => ({ ...each, expression: `l.${each.name}` })),
      ...made.map((each, at) => ({ ...each, name: `t${at}` })),
    ],
  };
}

function drawJoin(draw: Draw): Join {
  const extra = draw.one(['', '', " and r.s = 'a'", ' and l.x > 0']);
  return { entity: 'src-b.b', as: 'r', type: draw.one(['left', 'inner'] as const), on: `l.k = r.k${extra}` };
}

type Made = { type: Column['type']; expression: string };

function pick(draw: Draw, columns: readonly Column[], type: Column['type']): string {
  const fitting = columns.filter((column) => column.type === type);
  return fitting.length > 0 ? draw.one(fitting).name : type === 'string' ? "'a'" : '1';
}

function drawFilter(draw: Draw, columns: readonly Column[]): string {
  const x = pick(draw, columns, 'integer');
  const s = pick(draw, columns, 'string');
  return draw.one([
    `${x} > 0`,
    `${s} <> 'b'`,
    `${x} is not null`,
    `${s} = 'a' and ${x} < 3`,
    `${x} > 0 or ${s} is null`,
  ]);
}

function drawValue(draw: Draw, columns: readonly Column[]): Made {
  const of = (type: Column['type']) => pick(draw, columns, type);
  const [x, y, s] = [of('integer'), of('integer'), of('string')];
  const whole = [
    x,
    `${x} + 2`,
    `3 - ${x}`,
    `2 * ${x} - 1`,
    `-${x}`,
    `abs(${x})`,
    `div(${x}, 2)`,
    `${x} + ${y}`,
    `${x} * ${y}`,
    `coalesce(${x}, ${y})`,
    `coalesce(${x}, ${y}, 1)`,
    `coalesce(${x}, 0)`,
    `greatest(${x}, ${y})`,
    `greatest(${x}, ${y}, 1)`,
    `least(${x}, 2 * ${y}, 5)`,
    `${x} % ${y}`,
    `case when ${s} = 'a' then 1 when ${s} = 'b' then 2 when ${s} = 'ab' then null end`,
    `case ${s} when 'a' then 1 when 'b' then null else 3 end`,
    `least(${x}, ${y})`,
    `case when ${x} > 0 then ${y} else 1 end`,
    `case when ${s} = 'a' then ${x} when ${y} = 2 then -1 end`,
    `case ${s} when 'a' then 1 when 'b' then 2 when 'a' then 5 end`,
    `case ${s} when 'a' then 1 when 'b' then 2 else 0 end`,
    `length(${s})`,
    `cast(${s} as integer)`,
  ];
  const text = [
    s,
    `${s} || ${of('string')}`,
    `coalesce(${s}, 'b')`,
    `concat(${s}, 'a')`,
    `upper(${s})`,
    `nullif(${s}, 'a')`,
  ];
  const share = [
    `${x} / 100.0`,
    `${x} / ${y}`,
    `${x} / nullif(${y}, 0)`,
    `${x} / nullif(${y} - ${of('integer')}, 0)`,
    `${x} / -3`,
    `${of('decimal')} + 0.2`,
    of('decimal'),
    `2 * ${of('decimal')}`,
  ];
  const moment = columns.some(({ type }) => type === 'timestamp') ? of('timestamp') : null;
  const roll = draw.below(10);
  if (roll < 5) return { type: 'integer', expression: draw.one(whole) };
  if (roll < 7) return { type: 'string', expression: draw.one(text) };
  if (roll < 9 || moment === null) return { type: 'decimal', expression: draw.one(share) };
  return draw.below(2) === 0
    ? { type: 'date', expression: `cast(${moment} as date)` }
    : { type: 'timestamp', expression: `date_trunc('${draw.one(['month', 'week', 'hour', 'quarter'])}', ${moment})` };
}

function drawAggregate(draw: Draw, columns: readonly Column[]): Made {
  const of = (type: Column['type']) => pick(draw, columns, type);
  const [x, y, d, s] = [of('integer'), of('integer'), of('decimal'), of('string')];
  const whole = [
    `min(${x})`,
    `max(${x})`,
    `sum(${x})`,
    `sum(distinct ${x})`,
    `coalesce(sum(${x}), 0)`,
    `sum(${x} + 1)`,
    'count(*)',
    `count(${x})`,
    `count(distinct ${x})`,
    `max(${x}) - min(${x})`,
    `greatest(max(${x}), max(${y}))`,
    `least(min(${x}), max(${y}))`,
    `min(case when ${s} = 'a' then ${x} end)`,
  ];
  const share = [
    `avg(${x})`,
    `median(${x})`,
    `avg(${d})`,
    `percentile(${d}, 0.9)`,
    `min(${d})`,
    `sum(${x}) / sum(${y})`,
    `sum(${x}) / nullif(sum(${y}), 0)`,
    `coalesce(avg(${x}), 1.0)`,
    `stddev(${x})`,
  ];
  const roll = draw.below(10);
  if (roll < 5) return { type: 'integer', expression: draw.one(whole) };
  return roll < 8
    ? { type: 'decimal', expression: draw.one(share) }
    : { type: 'string', expression: draw.one([`min(${s})`, `max(${s})`]) };
}

function drawRule(draw: Draw, { name, type }: Column): string {
  const bound = draw.one(['-1', '0', '0', '1', '1', '2', '3']);
  const order = draw.one(['>=', '>=', '<=', '<=', '>', '<', '=', '<>']);
  const numbers = [
    `${name} ${order} ${bound}`,
    `${name} ${order} ${bound}`,
    `${name} in (1, 2)`,
    `${name} in (2, 3, ${bound})`,
    `${name} not in (1, ${bound})`,
    `${name} between 0 and ${bound}`,
    `not ${name} < ${bound}`,
  ];
  const rules: Record<Column['type'], string[]> = {
    integer: [...numbers, `(${name} >= 0 or ${name} = -1)`],
    decimal: [...numbers, `${name} ${order} 0.02`, `${name} ${order} 0.1`],
    string: [
      `${name} in ('a', 'b')`,
      `${name} like 'a%'`,
      `regexp_like(${name}, '^[ab]$')`,
      `${name} <> 'b'`,
      `${name} = 'a'`,
    ],
    date: [`${name} ${order} date '2024-01-31'`, `${name} ${order} date '2024-02-01'`],
    timestamp: [`${name} ${order} timestamp '2024-01-01 00:00:00'`, `${name} ${order} timestamp '2024-01-31 23:00:00'`],
  };
  return draw.below(4) === 0 ? `${name} is not null` : draw.one(rules[type]);
}
