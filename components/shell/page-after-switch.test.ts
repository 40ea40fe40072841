import { expect, test } from 'vitest';
import { pageAfterSwitch } from './page-after-switch';

test('an analyst who takes over a studio lands in their own model', () => {
  expect(pageAfterSwitch('/studio/cdp-retention', 'analyst', ['cdp-category'])).toEqual({
    kind: 'studio',
    product: 'cdp-category',
  });
});

test('an analyst leaves an inbox for their model, and stays in the catalog', () => {
  expect(pageAfterSwitch('/inbox', 'analyst', ['cdp-retention']).kind).toBe('studio');
  expect(pageAfterSwitch('/catalog/src-orders', 'analyst', ['cdp-retention']).kind).toBe('stay');
});

test('an analyst without a model stays where they are', () => {
  expect(pageAfterSwitch('/studio/cdp-retention', 'analyst', []).kind).toBe('stay');
});

test('whoever provides data leaves the studio for what is asked of them', () => {
  expect(pageAfterSwitch('/studio/cdp-retention', 'engineer', []).kind).toBe('inbox');
  expect(pageAfterSwitch('/studio/cdp-retention', 'owner', []).kind).toBe('inbox');
  expect(pageAfterSwitch('/lineage', 'engineer', []).kind).toBe('stay');
});
