import { describe, expect, test } from 'vitest';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { applyChange } from '../push/apply-change';
import { planPush } from '../push/plan-push';
import { BROKEN, TellableCode } from './__shop__/broken-shops';
import { codesOf } from './__shop__/codes-of';
import { findBrokenRepairs } from './__shop__/find-broken-repairs';
import { SAME } from './__shop__/other-products';
import { planShop } from './__shop__/plan-shop';
import { shop } from './__shop__/shop';
import { theConflict } from './__shop__/the-conflict';

describe('a conflict says who, by how much, and what would end it', () => {
  test.each(TellableCode.options)('%s: people, numbers, and ways out that do what they say', (code) => {
    const snapshot = shop(BROKEN[code]);
    const conflict = planShop(snapshot).conflicts.find((one) => one.code === code);
    if (!conflict) throw new Error(`no conflict: ${codesOf(BROKEN[code]).join()}`);
    const owners = new Set(snapshot.products.flatMap(({ owner }) => owner ?? []));
    expect(conflict.people?.length).toBeGreaterThan(0);
    expect((conflict.people ?? []).filter(({ team }) => !owners.has(team))).toEqual([]);
    expect(Object.keys(conflict.numbers)).not.toEqual([]);
    expect(conflict.words).toMatch(/ owns |nobody owns it/i);
    if (conflict.repairs.length === 0) expect(conflict.words).toContain('Nothing that was tried resolves it.');
    expect(findBrokenRepairs(snapshot, conflict)).toEqual([]);
  });

  test('nothing is wrong with the shop itself', () => {
    expect(codesOf({})).toEqual([]);
  });

  test('ways out that take the same away are one', () => {
    const { conflicts } = planShop(
      shop({
        consumerEntities: `
        - key: first
          grain: [id]
          from: { entity: src-orders.order, as: f }
          attributes:
            - { key: id, type: string, role: identifier, expression: f.order_id }
            - { key: state, type: string, role: category, expression: f.status }
            - { key: since, type: timestamp, role: time, expression: f.ordered_at }`,
        relationships: 'relationships: [ { key: by, from: order.status, to: first.state, cardinality: many-to-one } ]',
        metricFields: ', slices: [first.since]',
        expectations: '{ on: first.state, rule: unique }',
      }),
    );
    const told = conflicts.find(({ code }) => code === 'cardinality' || code === 'statistics');
    const lost = told?.repairs.map(({ effect }) => effect.loses?.join()) ?? [];
    expect(lost.length).toBeGreaterThan(0);
    expect(lost).toEqual([...new Set(lost)]);
  });

  test('a conflict names the teams it touches', () => {
    const { conflict } = theConflict({ unit: 'USD' });
    expect(conflict.people).toEqual([{ team: 'finance' }, { team: 'numbers-team' }]);
  });

  test('a way out of what two need is one for both, planned together', () => {
    const theirs = `
        - { on: sale.state, rule: in-set, values: [open, late] }
        - { on: model, rule: freshness, maxMinutes: 60 }`;
    const snapshot = shop({
      expectations: '{ on: order.status, rule: in-set, values: [paid, sent] }',
      products: `${SAME}\n      expectations: ${theirs}`,
    });
    const both = ['cdp-other', 'cdp-sales'];
    const conflictsIn = (one: WorkspaceSnapshot) => {
      const plan = planPush(one, both);
      return plan.ok ? plan.value.conflicts.filter(({ code }) => code === 'validity') : [];
    };
    const found = conflictsIn(snapshot);
    expect(found.map(({ consumer, repairs }) => [consumer, repairs.map(({ words }) => words)])).toEqual([
      ['cdp-other', ['Let everybody who needs it allow late, open, paid and sent.', 'Take the need back.']],
      ['cdp-sales', ['Let everybody who needs it allow late, open, paid and sent.', 'Take the need back.']],
    ]);
    for (const { change, effect } of found.flatMap(({ repairs }) => repairs)) {
      expect(conflictsIn(applyChange(snapshot, change))).toEqual([]);
      expect(effect.freshness).toEqual({ 'agg-orders': 60, 'src-orders': 60 });
    }
  });
});
