import { chance, type Draw, pick, pickAny, pickSome } from './draw';
import { drawConditions, drawExpression, type Value, type ValueType } from './draw-condition';
import { drawEntity, type FileEntity, type Readable } from './draw-entity';
import { drawExpectations } from './draw-expectations';

type FileRelationship = {
  key: string;
  from: string | string[];
  to: string | string[];
  cardinality: string;
  role?: string;
  optional?: boolean;
};
type FileMeasure = {
  key: string;
  entity: string;
  aggregation: string;
  expression?: string;
  filter?: string;
  segments?: string[];
  behaviour: string;
};
type FileMetric = {
  key: string;
  kind: string;
  time?: string;
  slices?: string[];
  segments?: string[];
  filter?: string;
  [more: string]: unknown;
};
export type FileModel = {
  entities: FileEntity[];
  relationships: FileRelationship[];
  segments: { key: string; entity: string; filter: string }[];
  measures: FileMeasure[];
  metrics: FileMetric[];
  expectations: Record<string, unknown>[];
};
type Model = FileModel & { ways: Map<string, string[]>; roles: Map<string, { role: string; to: string }[]> };

/** A consumer's model: entities, a forest of relationships, measures, metrics of every kind and what is expected. */
export function drawConsumer(
  draw: Draw,
  product: string,
  pool: readonly [Readable, ...Readable[]],
  providers: readonly string[],
): FileModel {
  const model: Model = {
    entities: [],
    relationships: [],
    segments: [],
    measures: [],
    metrics: [],
    expectations: [],
    ways: new Map(),
    roles: new Map(),
  };
  const own: Readable[] = [];
  for (let index = 0; index < 1 + draw(3); index++) {
    const joinsMax = chance(draw, 25) ? 2 : 0;
    const drawn = drawEntity(draw, [...pool, ...own], { product, key: `e${index}`, joinsMax, wishes: 12 });
    if (chance(draw, 3)) {
      drawn.file = {
        key: drawn.file.key,
        grain: drawn.readable.grain,
        attributes: drawn.file.attributes.map(({ key, type }) => ({ key, type })),
      };
    } else if (chance(draw, 20)) own.push(drawn.readable);
    model.entities.push(drawn.file);
  }
  for (const { key, grain, attributes } of model.entities) {
    const [id, second] = grain ?? [];
    const other = attributes.find(
      ({ key: name, type }) => name !== id && type === attributes.find((a) => a.key === id)?.type,
    );
    if (id === undefined || second !== undefined || !other || !chance(draw, 8)) continue;
    const ends = { from: `${key}.${other.key}`, to: `${key}.${id}`, cardinality: 'many-to-one' };
    model.relationships.push({ key: `${key}_self`, role: `${key}_parent`, ...ends });
    model.roles.set(key, [{ role: `${key}_parent`, to: key }]);
  }
  for (const entity of model.entities) model.ways.set(entity.key, [entity.key]);
  model.entities.forEach((entity, index) => {
    relate(draw, model, entity, model.entities.slice(0, index));
  });
  drawSegments(draw, model);
  drawMetrics(draw, model, product);
  drawExpectations(draw, model, providers, (entity) => valuesAt(model, entity));
  const { ways, roles, ...file } = model;
  return file;
}

/** At most one way up, so that a way is unique; and now and then two to one entity, told apart by their roles. */
function relate(draw: Draw, model: Model, entity: FileEntity, earlier: readonly FileEntity[]): void {
  const target = pickAny(draw, earlier);
  if (target === null || !chance(draw, 85)) return;
  const keys = (target.grain ?? []).map((name) => target.attributes.find(({ key }) => key === name)?.type);
  const choices = keys.map((type) => entity.attributes.filter((attribute) => attribute.type === type));
  const from = choices.map((list) => pickAny(draw, list)?.key ?? null).filter((key) => key !== null);
  if (from.length < keys.length || from.length === 0 || new Set(from).size < from.length) return;
  const add = (key: string, ends: string[], role?: string) => {
    const near = ends.map((name) => `${entity.key}.${name}`);
    const far = (target.grain ?? []).map((name) => `${target.key}.${name}`);
    const isOne = sameNames(ends, entity.grain ?? []) && chance(draw, 40);
    const [one] = near;
    const [other] = far;
    const isAlone = near.length === 1 && chance(draw, 70) && one !== undefined && other !== undefined;
    const [start, end] = isAlone ? [one, other] : [near, far];
    const isOptional = chance(draw, 30) ? { optional: true } : {};
    const relationship = chance(draw, 25)
      ? { key, from: end, to: start, cardinality: isOne ? 'one-to-one' : 'one-to-many' }
      : { key, from: start, to: end, cardinality: isOne ? 'one-to-one' : 'many-to-one' };
    model.relationships.push({ ...relationship, ...isOptional, ...(role === undefined ? {} : { role }) });
    return isOne;
  };
  const second = choices
    .map((list) => list.find(({ key }) => !from.includes(key))?.key ?? null)
    .filter((key) => key !== null);
  if (second.length === from.length && new Set(second).size === second.length && chance(draw, 40)) {
    add(`${entity.key}_one`, from, `${entity.key}_first`);
    add(`${entity.key}_two`, second, `${entity.key}_second`);
    model.roles.set(
      entity.key,
      ['first', 'second'].map((role) => ({ role: `${entity.key}_${role}`, to: target.key })),
    );
    return;
  }
  const isBothWays = add(`${entity.key}_up`, from, chance(draw, 20) ? `${entity.key}_role` : undefined);
  model.ways.set(entity.key, [entity.key, ...(model.ways.get(target.key) ?? [])]);
  if (isBothWays) model.ways.set(target.key, [...(model.ways.get(target.key) ?? []), entity.key]);
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

/** What an expression at an entity may name: its own attributes bare, the others through their only way. */
function valuesAt(model: Model, entity: string): Value[] {
  const reached = (model.ways.get(entity) ?? []).flatMap((key) =>
    attributesOf(model, key).map(({ key: name, type }) => ({ text: key === entity ? name : `${key}.${name}`, type })),
  );
  const byRole = (model.roles.get(entity) ?? []).flatMap(({ role, to }) =>
    attributesOf(model, to).map(({ key, type }) => ({ text: `${role}.${key}`, type })),
  );
  return [...reached, ...byRole];
}

function attributesOf(model: Model, entity: string) {
  return model.entities.find(({ key }) => key === entity)?.attributes ?? [];
}

function drawSegments(draw: Draw, model: Model): void {
  for (const { key } of model.entities) {
    if (!chance(draw, 45)) continue;
    const values = valuesAt(model, key);
    const near = values.filter(({ text }) => !text.includes('.'));
    model.segments.push({
      key: `only_${key}`,
      entity: key,
      filter: drawConditions(draw, chance(draw, 75) ? near : values),
    });
  }
}

function drawMetrics(draw: Draw, model: Model, product: string): void {
  const prefix = product.replace(/-/g, '_');
  const simple: { key: string; entity: string; time: string }[] = [];
  for (let index = 0; index < 1 + draw(3); index++) {
    const entity = pickAny(draw, model.entities)?.key;
    if (entity === undefined) continue;
    const time = timeFor(draw, model, entity);
    if (time === null) continue;
    const key = `${prefix}_m${index}`;
    const measure = drawMeasure(draw, model, entity, `${key}_measure`);
    model.measures.push(measure);
    const kind = chance(draw, 22) ? 'cumulative' : 'simple';
    const metric: FileMetric = {
      key,
      kind,
      measure: measure.key,
      time,
      ...(kind === 'cumulative' ? pick(draw, WINDOWS) : {}),
    };
    addCuts(draw, model, metric, [entity]);
    if (chance(draw, 25)) metric.filter = drawConditions(draw, valuesAt(model, entity));
    model.metrics.push(metric);
    simple.push({ key, entity, time });
  }
  const [first, ...others] = simple;
  if (first === undefined) return;
  const partner = others.find(({ time }) => time === first.time) ?? first;
  const both = [first.entity, partner.entity];
  const add = (metric: FileMetric) => {
    addCuts(draw, model, metric, both);
    model.metrics.push(metric);
  };
  if (chance(draw, 35)) add({ key: `${prefix}_ratio`, kind: 'ratio', numerator: first.key, denominator: partner.key });
  if (chance(draw, 25))
    add({ key: `${prefix}_derived`, kind: 'derived', formula: `1 - ${first.key} / ${partner.key}` });
  if (chance(draw, 25)) {
    add({ key: `${prefix}_change`, kind: 'change', metric: first.key, offset: pick(draw, OFFSETS) });
  }
  for (const metric of model.metrics) if (chance(draw, 25)) metric.grain = pick(draw, ['day', 'week', 'month']);
}

const WINDOWS: readonly [Record<string, unknown>, ...Record<string, unknown>[]] = [
  { window: { days: 30 } },
  { window: { months: 3 } },
  { toDate: 'quarter' },
  { window: { all: true } },
];
const OFFSETS: readonly [Record<string, number>, ...Record<string, number>[]] = [
  { days: 7 },
  { months: 12 },
  { years: 1 },
];

function timeFor(draw: Draw, model: Model, entity: string): string | null {
  const times = (model.ways.get(entity) ?? []).flatMap((key) =>
    attributesOf(model, key).flatMap(({ key: name, type }) => (isTime(type) ? [`${key}.${name}`] : [])),
  );
  const inRoles = cutsInRoles(model, entity).flatMap(({ text, type }) => (isTime(type) ? [text] : []));
  return pickAny(draw, [...times, ...inRoles]);
}

/** What several ways lead to, by the role of each; also past entities that one way leads to. */
function cutsInRoles(model: Model, entity: string): Value[] {
  const roles = (model.ways.get(entity) ?? []).flatMap((key) => model.roles.get(key) ?? []);
  return roles.flatMap(({ role, to }) =>
    attributesOf(model, to).map(({ key, type }) => ({ text: `${role}.${key}`, type })),
  );
}

function isTime(type: ValueType): boolean {
  return type === 'timestamp' || type === 'date';
}

/** Slices and segments that every one of the entities can reach. */
function addCuts(draw: Draw, model: Model, metric: FileMetric, entities: readonly string[]): void {
  const reached = model.entities.filter(({ key }) => entities.every((entity) => model.ways.get(entity)?.includes(key)));
  const slices = reached.flatMap(({ key, attributes }) =>
    attributes.flatMap(({ key: name, type }) => (type === 'string' ? [`${key}.${name}`] : [])),
  );
  const [only, ...others] = new Set(entities);
  const roles = only === undefined || others.length > 0 ? [] : cutsInRoles(model, only);
  const inRoles = roles.flatMap(({ text, type }) => (type === 'string' ? [text] : []));
  const chosen = [...pickSome(draw, slices, 25), ...pickSome(draw, inRoles, 40)];
  if (chosen.length > 0) metric.slices = chosen;
  const segments = model.segments.filter(({ entity }) => reached.some(({ key }) => key === entity));
  const some = pickSome(draw, segments, 30).map(({ key }) => key);
  if (some.length > 0) metric.segments = some;
}

function drawMeasure(draw: Draw, model: Model, entity: string, key: string): FileMeasure {
  const values = valuesAt(model, entity);
  const own = values.filter(({ text }) => !text.includes('.'));
  const named = chance(draw, 15) ? values : own;
  const number = drawExpression(draw, named, 'decimal') ?? drawExpression(draw, named, 'integer');
  const what = pick(draw, ['count', 'sum', 'count-distinct', 'max', 'average']);
  const measure: FileMeasure =
    what === 'count-distinct'
      ? { key, entity, aggregation: what, expression: pickAny(draw, own)?.text ?? '1', behaviour: 'unit' }
      : what === 'count' || number === null
        ? { key, entity, aggregation: 'count', behaviour: 'flow' }
        : { key, entity, aggregation: what, expression: number, behaviour: what === 'sum' ? 'flow' : 'unit' };
  if (chance(draw, 30)) measure.filter = drawConditions(draw, chance(draw, 70) ? own : values);
  const segment = model.segments.find((one) => model.ways.get(entity)?.includes(one.entity));
  if (segment && chance(draw, 25)) measure.segments = [segment.key];
  return measure;
}
