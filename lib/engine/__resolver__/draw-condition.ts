import { chance, type Draw, pick, pickAny } from './draw';

/** What can stand in an expression: a name as it is written there, and its type. */
export type Value = { text: string; type: ValueType };
export type ValueType = 'string' | 'integer' | 'decimal' | 'boolean' | 'timestamp' | 'date';

/** One condition over some of the values, of all the shapes that matter when it is moved upstream. */
export function drawCondition(draw: Draw, values: readonly Value[]): string {
  const first = pickAny(draw, values);
  if (first === null) return '1 = 1';
  if (chance(draw, 12)) return `(${drawSimple(draw, first)} or ${drawSimple(draw, pickAny(draw, values) ?? first)})`;
  if (chance(draw, 8)) return `not (${drawSimple(draw, first).replace(/ between 1 and 5/, ' < 5')})`;
  return drawSimple(draw, first, values);
}

export function drawConditions(draw: Draw, values: readonly Value[]): string {
  const count = 1 + draw(3);
  return Array.from({ length: count }, () => drawCondition(draw, values)).join(' and ');
}

function drawSimple(draw: Draw, { text, type }: Value, others: readonly Value[] = []): string {
  const same = others.filter((other) => other.type === type && other.text !== text);
  const partner = chance(draw, 20) ? pickAny(draw, same) : null;
  if (partner !== null) return `${text} ${type === 'boolean' ? '=' : pick(draw, ['<=', '>', '<>'])} ${partner.text}`;
  switch (type) {
    case 'string':
      return pick(draw, [
        `${text} = 'x'`,
        `${text} <> 'y'`,
        `${text} in ('x', 'z')`,
        `${text} like 'x%'`,
        `${text} is not null`,
        `${text} is null`,
        `coalesce(${text}, 'x') = 'x'`,
        `lower(${text}) = 'x'`,
      ]);
    case 'integer':
    case 'decimal':
      return pick(draw, [`${text} > 1`, `${text} between 1 and 5`, `5 >= ${text}`, `coalesce(${text}, 0) = 0`]);
    case 'boolean':
      return pick(draw, [text, `not ${text}`, `${text} is true`, `${text} is not true`]);
    case 'timestamp':
      return pick(draw, [`${text} >= timestamp '2024-01-01 00:00:00'`, `${text} is not null`]);
    case 'date':
      return pick(draw, [`${text} >= date '2024-01-01'`, `${text} < date '2026-01-01'`]);
  }
}

/** A row-level expression of the wanted type over the values; null when none of them fits. */
export function drawExpression(draw: Draw, values: readonly Value[], type: ValueType): string | null {
  const fitting = values.filter((value) => value.type === type);
  const first = pickAny(draw, fitting);
  if (first === null) return null;
  const second = pickAny(draw, fitting) ?? first;
  const { text } = first;
  if (!chance(draw, 35)) return text;
  const flag = pickAny(
    draw,
    values.filter((value) => value.type === 'boolean'),
  );
  if (flag !== null && chance(draw, 25)) return `case when ${flag.text} then ${text} else ${second.text} end`;
  switch (type) {
    case 'string':
      return pick(draw, [
        `'C-' || ${text}`,
        `upper(${text})`,
        `coalesce(${text}, 'none')`,
        `coalesce(${text}, ${second.text})`,
        `trim(${text})`,
      ]);
    case 'integer':
      return pick(draw, [
        `${text} + 1`,
        `3 - ${text}`,
        `2 * ${text}`,
        `${text} + ${second.text}`,
        `coalesce(${text}, 0)`,
      ]);
    case 'decimal':
      return pick(draw, [`${text} * 2`, `${text} - ${second.text}`, `coalesce(${text}, 0)`]);
    case 'boolean':
      return pick(draw, [`not ${text}`, `coalesce(${text}, false)`, `coalesce(${text}, ${second.text})`]);
    case 'timestamp':
    case 'date':
      return `coalesce(${text}, ${second.text})`;
  }
}
