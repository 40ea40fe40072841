import { expect, test } from 'vitest';
import { checkExpression } from './check-expression';
import { aSegment, aShop, someSurroundings } from './factories';
import { indexModel } from './model-index';

const segment = aSegment({ entityId: 'item', name: 'dear', filter: '' });
const shop = aShop(segment);
const check = (text: string) => checkExpression(shop, someSurroundings(), segment, { in: 'filter' }, text);
const marked = (text: string) =>
  check(text).problems.map(({ at, words }) => [text.slice(at.start, at.end), words] as const);

test('what fits its place has a type and no problem', () => {
  expect(check("price > 10 and order.status = 'delivered'")).toEqual({ type: 'boolean', problems: [] });
});

test('a name that stands for nothing is marked at its characters, with what was probably meant', () => {
  expect(marked('prize > 10')).toEqual([['prize', 'There is no “prize” here; did you mean “price”?']]);
});

test('a text that does not parse is marked where it stops making sense', () => {
  const [[part, words] = ['', '']] = marked('price > > 1');
  expect(part).toBe('>');
  expect(words).toContain('>');
});

test('a value where a condition belongs is wrong as a whole', () => {
  expect(marked('price * 2')).toEqual([['price * 2', 'This gives a number, and here it takes a yes or no.']]);
});

test('a formula names metrics, and not itself', () => {
  const [metric] = indexModel(shop).byKind.metric;
  if (!metric) throw new Error('the shop has a metric');
  const inFormula = (text: string) =>
    checkExpression(shop, someSurroundings(), { ...metric, id: 'other' }, { in: 'formula' }, text);
  expect(inFormula('revenue / 2').problems).toEqual([]);
  expect(inFormula('amount / 2').problems).toHaveLength(1);
});
