import { expect, test } from 'vitest';
import { readFormula, showFormula } from './formula-words';

const names = [
  { name: 'orders', label: 'Orders' },
  { name: 'orders_per_customer', label: 'Orders per customer' },
  { name: 'aov', label: 'Average order value' },
];

test('a formula is shown in the words people use', () => {
  expect(showFormula('orders * aov', names)).toBe('Orders * Average order value');
});

test('what people write becomes names again, the longer words first', () => {
  expect(readFormula('Orders per customer × average order value', names)).toBe('orders_per_customer * aov');
});

test('showing and reading back gives the same formula', () => {
  const formula = '(orders + orders_per_customer) / nullif(aov, 0)';
  expect(readFormula(showFormula(formula, names), names)).toBe(formula);
});
