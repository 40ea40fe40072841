import { chance, type Draw, pick, pickAny, pickSome } from './draw';
import { drawCondition, drawConditions, drawExpression, type Value, type ValueType } from './draw-condition';
import { drawClassification } from './draw-facts';

/** What can be read: a table or an entity drawn before. */
export type Readable = {
  ref: string;
  isTable: boolean;
  grain: string[];
  values: { name: string; type: ValueType }[];
};
type FileAttribute = {
  key: string;
  type: ValueType;
  role?: string;
  expression?: string;
  classification?: string;
};
type FileInput = { table?: string; entity?: string; as: string };
type FileJoin = FileInput & { type: 'inner' | 'left'; on: string };
export type FileEntity = {
  key: string;
  grain?: string[];
  from?: FileInput;
  joins?: FileJoin[];
  where?: string;
  groupBy?: string[];
  attributes: FileAttribute[];
};
export type Drawn = { file: FileEntity; readable: Readable };

const ALIASES = ['a', 'b', 'c', 'd', 'e'];
type Aliased = { as: string; of: Readable; values: Value[] };

/** An entity made from what was drawn before; `joinsMax` 0 makes a plain copy of one input. */
export function drawEntity(
  draw: Draw,
  pool: readonly [Readable, ...Readable[]],
  { product, key, joinsMax, wishes }: { product: string; key: string; joinsMax: number; wishes: number },
): Drawn {
  const inputs = [aliased(pick(draw, pool), 0)];
  const joins: FileJoin[] = [];
  for (let count = draw(joinsMax + 1); count > 0; count--) {
    const right = aliased(pick(draw, pool), inputs.length);
    const on = drawOn(
      draw,
      right,
      inputs.flatMap(({ values }) => values),
    );
    joins.push({ ...inputOf(right), type: chance(draw, 35) ? 'inner' : 'left', on });
    inputs.push(right);
  }
  const [from] = inputs;
  if (from === undefined) throw new Error('an entity is made from something');
  const values = inputs.flatMap((input) => input.values);
  const isGrouped = chance(draw, 22);
  const { attributes, grain } = isGrouped ? drawGroups(draw, values) : drawRows(draw, from, values);
  const isNewWish = attributes.every((other) => other.key !== `wish_${key}`);
  const wished = isNewWish && chance(draw, wishes) ? [{ key: `wish_${key}`, type: 'string' as const }] : [];
  const delicate = attributes.map((one) =>
    chance(draw, 3) ? { ...one, classification: drawClassification(draw) } : one,
  );
  const file: FileEntity = { key, grain, from: inputOf(from), attributes: [...delicate, ...wished] };
  if (joins.length > 0) file.joins = joins;
  if (chance(draw, 25)) file.where = drawConditions(draw, values);
  if (isGrouped) file.groupBy = chance(draw, 85) ? grain : [...grain, ...extraKeys(attributes, grain)];
  return { file, readable: readableOf(product, file) };
}

function readableOf(product: string, { key, grain, attributes }: FileEntity): Readable {
  const values = attributes.map((attribute) => ({ name: attribute.key, type: attribute.type }));
  return { ref: `${product}.${key}`, isTable: false, grain: grain ?? [], values };
}

function aliased(of: Readable, index: number): Aliased {
  const as = ALIASES[index] ?? `z${index}`;
  return { as, of, values: of.values.map(({ name, type }) => ({ text: `${as}.${name}`, type })) };
}

function inputOf({ as, of }: Aliased): FileInput {
  return of.isTable ? { table: of.ref, as } : { entity: of.ref, as };
}

/** On the whole grain, mostly; on a part of it, or on something else, or with a condition more. */
function drawOn(draw: Draw, right: Aliased, before: readonly Value[]): string {
  const { grain } = right.of;
  const keys = chance(draw, 15) ? grain.slice(1) : grain;
  const pairs = keys.flatMap((name): string[] => {
    const key = right.values.find(({ text }) => text === `${right.as}.${name}`);
    if (key === undefined) return [];
    const partner = pickAny(
      draw,
      before.filter(({ type }) => type === key.type),
    );
    if (partner === null || chance(draw, 4)) return [`${key.text} = ${literalOf(key.type)}`];
    return [chance(draw, 50) ? `${key.text} = ${partner.text}` : `${partner.text} = ${key.text}`];
  });
  if (pairs.length === 0) pairs.push(equalityOf(draw, right, before));
  if (chance(draw, 15)) pairs.push(drawCondition(draw, right.values));
  if (chance(draw, 5)) pairs.push(drawCondition(draw, before));
  return pairs.join(' and ');
}

function equalityOf(draw: Draw, right: Aliased, before: readonly Value[]): string {
  const mine = pickAny(draw, right.values);
  if (mine === null) return '1 = 1';
  const partner = pickAny(
    draw,
    before.filter(({ type }) => type === mine.type),
  );
  return `${mine.text} = ${partner?.text ?? literalOf(mine.type)}`;
}

function literalOf(type: ValueType): string {
  switch (type) {
    case 'string':
      return "'x'";
    case 'boolean':
      return 'true';
    case 'timestamp':
      return "timestamp '2024-01-01 00:00:00'";
    case 'date':
      return "date '2024-01-01'";
    default:
      return '1';
  }
}

const nameOf = (text: string) => text.replace('.', '_').replace(/^a_/, '');

function drawRows(
  draw: Draw,
  from: Aliased,
  values: readonly Value[],
): { attributes: FileAttribute[]; grain: string[] } {
  const keys = from.values.filter(({ text }) => from.of.grain.some((name) => text === `${from.as}.${name}`));
  const grain = keys.length > 0 ? keys : from.values.slice(0, 1);
  const attributes: FileAttribute[] = grain.map(({ text, type }) => attribute(nameOf(text), type, text));
  for (const value of pickSome(draw, values, values.length > 8 ? 45 : 75)) {
    const key = nameOf(value.text);
    if (attributes.some((other) => other.key === key)) continue;
    attributes.push(attribute(key, value.type, drawExpression(draw, [value, ...values], value.type) ?? value.text));
  }
  const number = attributes.find(({ type }) => type === 'decimal');
  const isNew = attributes.every(({ key }) => key !== 'doubled');
  if (number && isNew && chance(draw, 15)) attributes.push(attribute('doubled', 'decimal', `${number.key} * 2`));
  return { attributes, grain: [...new Set(grain.map(({ text }) => nameOf(text)))] };
}

function drawGroups(draw: Draw, values: readonly Value[]): { attributes: FileAttribute[]; grain: string[] } {
  const texts = values.filter(({ type }) => type === 'string');
  const keys = [...new Set([pickAny(draw, texts), chance(draw, 30) ? pickAny(draw, values) : null])].filter(
    (key) => key !== null,
  );
  const isFirst = ({ text }: Value, index: number) =>
    keys.findIndex((key) => nameOf(key.text) === nameOf(text)) === index;
  const groups = keys.length > 0 ? keys.filter(isFirst) : values.slice(0, 1);
  const attributes = groups.map(({ text, type }) => attribute(nameOf(text), type, text));
  const add = (key: string, type: ValueType, expression: string) => {
    if (!attributes.some((other) => other.key === key)) attributes.push(attribute(key, type, expression));
  };
  for (const { text, type } of pickSome(draw, values, 45)) {
    const name = nameOf(text);
    if (type === 'integer' || type === 'decimal') add(`sum_${name}`, 'decimal', `sum(${text})`);
    else if (type === 'boolean') add(`n_${name}`, 'integer', `count(distinct ${text})`);
    else add(`${chance(draw, 50) ? 'first' : 'last'}_${name}`, type, `${chance(draw, 50) ? 'min' : 'max'}(${text})`);
  }
  if (chance(draw, 50)) add('n', 'integer', 'count(*)');
  return { attributes, grain: groups.map(({ text }) => nameOf(text)) };
}

/** A group by more than the grain: legal, and nothing asks for the other key by itself. */
function extraKeys(attributes: readonly FileAttribute[], grain: readonly string[]): string[] {
  return attributes.flatMap(({ key, expression }) =>
    !grain.includes(key) && expression !== undefined && /^[a-z]\.\w+$/.test(expression) ? [key] : [],
  );
}

function attribute(key: string, type: ValueType, expression: string): FileAttribute {
  return { key, type, role: ROLES[type], expression };
}

const ROLES = {
  string: 'category',
  integer: 'number',
  decimal: 'number',
  boolean: 'flag',
  timestamp: 'time',
  date: 'time',
} as const;
