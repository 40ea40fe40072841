import { expect, test } from 'vitest';
import { findMeant } from './complete-formula';

const NAMES = ['Orders', 'Late orders', 'Orders per customer', 'Churn rate'].map((label) => ({ name: label, label }));
const meant = (text: string) => findMeant(text, NAMES).meant.map(({ label }) => label);

test('what begins so is offered first, then what has it anywhere; a name of several words is one name', () => {
  expect(meant('1 - Churn rate / ord')).toEqual(['Orders', 'Orders per customer', 'Late orders']);
  expect(findMeant('Orders / late o', NAMES)).toMatchObject({ typed: 'late o', meant: [{ label: 'Late orders' }] });
});

test('after a sign or a bracket a new name begins', () => {
  expect(findMeant('(Orders + ', NAMES).typed).toBe('');
  expect(meant('nullif(churn')).toEqual(['Churn rate']);
});
